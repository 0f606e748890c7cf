import type { ReactNode } from "react";

type Tone = "good" | "warn" | "bad" | "plain";

const tones: Record<Tone, string> = {
  good: "bg-tea-wash text-tea-ink",
  warn: "bg-straw-wash text-straw-ink",
  bad: "bg-persimmon-wash text-persimmon-ink",
  plain: "bg-sunk text-ink-2",
};

/** A sentence that matters now. */
export function Notice({
  tone = "plain",
  title,
  children,
  className = "",
}: {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  className?: string;
}) {
  const urgent = tone === "bad" || tone === "warn";
  return (
    <div
      role={urgent ? "alert" : "status"}
      className={`rounded-small px-4 py-3 text-[0.9375rem] ${tones[tone]} ${className}`}
    >
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  );
}

/** A small word beside a title. */
export function Tag({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-md px-2 whitespace-nowrap py-0.5 text-[0.8125rem] ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
