/** A row of key figures. */
import type { ReactNode } from "react";

/** One figure with its name and, below it, what helps to read it. */
export interface Figure {
  key: string;
  name: string;
  value: ReactNode;
  note?: ReactNode;
  accent?: boolean;
}

/** Figures side by side; on a phone two in a row. */
export function Figures({ figures, label }: { figures: readonly Figure[]; label: string }) {
  return (
    <dl className="figures" aria-label={label}>
      {figures.map((figure) => (
        <div key={figure.key}>
          <dt>{figure.name}</dt>
          <dd className={figure.accent ? "figure-accent" : undefined}>{figure.value}</dd>
          {figure.note !== undefined && <dd className="figure-note">{figure.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
