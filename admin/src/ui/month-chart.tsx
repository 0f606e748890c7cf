/** Bars of settled and pending money; drawn by echarts, which is loaded only when a chart is shown. */
import { Suspense, lazy } from "react";

/** One bar. */
export interface BarRow {
  key: string;
  label: string;
  settled_fen: number;
  pending_fen: number;
}

interface BarsProps {
  rows: readonly BarRow[];
  label: string;
  height: number;
  /** Lying bars suit long names. */
  lying?: boolean;
  onPick?: (key: string) => void;
}

const Drawn = lazy(async () => ({ default: (await import("./bars")).Bars }));

/** A chart with a text that says what it shows. */
export function BarChart(props: BarsProps) {
  return (
    <figure className="chart" role="img" aria-label={props.label} style={{ height: props.height }}>
      <Suspense fallback={null}>
        <Drawn {...props} />
      </Suspense>
    </figure>
  );
}
