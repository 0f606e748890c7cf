/** Buttons and links that look like buttons. */
import type { ComponentProps } from "react";
import { Link } from "react-router";

export type ButtonKind = "main" | "ink" | "quiet";

const looks: Record<ButtonKind, string> = {
  main: "bg-persimmon text-white hover:brightness-95 active:brightness-90",
  ink: "bg-ink text-paper hover:opacity-90",
  quiet: "border-[1.5px] border-ink text-ink hover:bg-sunk",
};

/** The classes of a button. */
export function buttonClass(kind: ButtonKind = "main", className = ""): string {
  return `tap rounded-full px-6 py-2.5 text-center font-semibold transition disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-60 ${looks[kind]} ${className}`;
}

/** A button; it submits unless told otherwise. */
export function Button({
  kind = "main",
  className = "",
  type = "submit",
  ...rest
}: ComponentProps<"button"> & { kind?: ButtonKind }) {
  return <button type={type} className={buttonClass(kind, className)} {...rest} />;
}

/** A link with a button's weight. */
export function ButtonLink({
  kind = "main",
  className = "",
  ...rest
}: ComponentProps<typeof Link> & { kind?: ButtonKind }) {
  return <Link prefetch="intent" className={buttonClass(kind, className)} {...rest} />;
}
