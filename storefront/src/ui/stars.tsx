/** Stars as a drawing with their words. */

const FULL = 5;
const SHAPE = "M12 3.2l2.7 5.6 6.1.8-4.5 4.3 1.1 6.1L12 17l-5.4 3 1.1-6.1-4.5-4.3 6.1-.8z";

/**
 * So many of five stars.
 *
 * @param of 0 to 5, fractions are drawn as part of a star
 * @param label what a screen reader says
 */
export function Stars({
  of,
  label,
  className = "h-4",
}: {
  of: number;
  label: string;
  className?: string;
}) {
  return (
    <span role="img" aria-label={label} className="inline-flex gap-px align-[-2px]">
      {Array.from({ length: FULL }, (_, at) => {
        const part = Math.max(0, Math.min(1, of - at));
        return (
          <svg key={at} aria-hidden viewBox="0 0 24 24" className={`w-auto ${className}`}>
            <path d={SHAPE} className="fill-sunk stroke-edge" strokeWidth="1" />
            {part > 0 ? (
              <path
                d={SHAPE}
                className="fill-straw"
                style={
                  part < 1 ? { clipPath: `inset(0 ${((1 - part) * 100).toFixed(0)}% 0 0)` } : {}
                }
              />
            ) : null}
          </svg>
        );
      })}
    </span>
  );
}
