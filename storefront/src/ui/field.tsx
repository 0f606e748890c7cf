/** Labelled fields with their hint and their error. */
import type { ComponentProps, ReactNode } from "react";

import { useWords } from "../i18n/use-words";

/** What can be wrong with a field; the sentence is in the words. */
export type FieldError =
  "required" | "email" | "phone" | "name" | "text" | "area" | "password" | "choose";

interface Labelled {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: FieldError | undefined;
}

function Frame({ name, label, hint, error, children }: Labelled & { children: ReactNode }) {
  const t = useWords();
  return (
    <div>
      <label htmlFor={name} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${name}-hint`} className="mt-1 text-[0.8125rem] text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className="mt-1 text-[0.8125rem] font-medium text-persimmon-ink">
          {t(`field.${error}`)}
        </p>
      ) : null}
    </div>
  );
}

function describe({ name, hint, error }: Labelled) {
  const ids = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return {
    id: name,
    name,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": ids || undefined,
  };
}

/** A line of text. */
export function TextField({
  name,
  label,
  hint,
  error,
  ...rest
}: Labelled & Omit<ComponentProps<"input">, "name">) {
  const labelled = { name, label, hint, error };
  return (
    <Frame {...labelled}>
      <input className="control" {...describe(labelled)} {...rest} />
    </Frame>
  );
}

/** A choice from a list. */
export function SelectField({
  name,
  label,
  hint,
  error,
  children,
  ...rest
}: Labelled & Omit<ComponentProps<"select">, "name">) {
  const labelled = { name, label, hint, error };
  return (
    <Frame {...labelled}>
      <select className="control" {...describe(labelled)} {...rest}>
        {children}
      </select>
    </Frame>
  );
}
