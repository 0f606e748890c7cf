import type { ReactNode } from "react";

/** The width of a page and its heading. */
export function Page({
  title,
  lead,
  narrow = false,
  children,
}: {
  title?: string;
  lead?: string;
  narrow?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={`mx-auto px-4 pt-5 pb-14 sm:px-6 ${narrow ? "max-w-3xl" : "max-w-6xl"}`}>
      {title ? <h1 className="text-[1.6rem] sm:text-3xl">{title}</h1> : null}
      {lead ? <p className="mt-1.5 max-w-prose text-ink-2">{lead}</p> : null}
      {title ? <div className="mt-5">{children}</div> : children}
    </div>
  );
}
