/** The picture of a month's money; drawn by echarts, which is loaded only when it is shown. */
import type { Flow } from "@yigou/backend/contract";
import { Suspense, lazy } from "react";
import { useTranslation } from "react-i18next";

interface SankeyProps {
  flows: readonly Flow[];
  month: string;
  onPick: (flow: Flow) => void;
}

const Drawn = lazy(async () => ({ default: (await import("./sankey-drawn")).SankeyDrawn }));

/** Bands from left to right; the table says the same to those who cannot see or point. */
export function Sankey({ flows, month, onPick }: SankeyProps) {
  const { t } = useTranslation();
  const nodes = new Set(flows.map(({ target }) => target));
  const height = Math.max(340, nodes.size * 44);
  return (
    <figure
      className="chart sankey"
      role="img"
      aria-label={t("flow.describe", { month, n: flows.length })}
      style={{ height }}
    >
      <Suspense fallback={null}>
        <Drawn flows={flows} onPick={onPick} />
      </Suspense>
    </figure>
  );
}
