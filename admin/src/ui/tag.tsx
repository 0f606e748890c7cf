/** A short word with a colour. */
import type { ReactNode } from "react";

/** What a tag says by its colour; the word says it too. */
export type Tone = "done" | "act" | "wait" | "plain" | "info";

/** A tag. */
export function Tag({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
