/** A few lines of text with a label and a hint. */
export function TextArea({
  name,
  label,
  hint,
  value,
  isRequired = true,
  max = 500,
}: {
  name: string;
  label: string;
  hint?: string;
  value?: string;
  isRequired?: boolean;
  max?: number;
}) {
  return (
    <div>
      <label htmlFor={name} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <textarea
        id={name}
        name={name}
        rows={isRequired ? 4 : 2}
        required={isRequired}
        minLength={4}
        maxLength={max}
        defaultValue={value}
        className="control leading-relaxed"
        aria-describedby={hint ? `${name}-hint` : undefined}
      />
      {hint ? (
        <p id={`${name}-hint`} className="mt-1 text-[0.8125rem] text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
