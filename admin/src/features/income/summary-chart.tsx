/** The summary as bars. */
import type { SummaryRow } from "@yigou/backend/contract";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { BarChart } from "../../ui/month-chart";

import type { Group } from "./drill";
import { useRowLabel } from "./row-label";

const MOST_BARS = 12;

interface SummaryChartProps {
  rows: readonly SummaryRow[];
  group: Group;
  onPick: (key: string) => void;
}

/** Months stand side by side; everything else lies, the largest first. */
export function SummaryChart({ rows, group, onPick }: SummaryChartProps) {
  const { t } = useTranslation();
  const label = useRowLabel(group);
  const lying = group !== "month";
  const bars = useMemo(() => {
    const all = rows.map((row) => ({
      key: row.key,
      label: label(row),
      settled_fen: row.settled_fen + row.paid_fen + row.confirmed_fen,
      pending_fen: row.expected_fen + row.earned_fen,
    }));
    if (!lying) return all.sort((a, b) => a.key.localeCompare(b.key));
    const size = (bar: (typeof all)[number]) => bar.settled_fen + bar.pending_fen;
    return all.sort((a, b) => size(b) - size(a)).slice(0, MOST_BARS);
  }, [rows, lying, label]);
  const title = t("chart.by", { group: t(`group.${group}`) });
  return (
    <section className="box" style={{ marginBottom: 14 }}>
      <div className="box-head">
        <h3>{title}</h3>
        <span className="keys">
          {rows.length > MOST_BARS && lying && t("chart.top", { n: MOST_BARS })}
          <i style={{ background: "var(--tea)" }} />
          {t("income.settled")}
          <i style={{ background: "var(--straw)" }} />
          {t("income.pending")}
        </span>
      </div>
      <BarChart
        rows={bars}
        lying={lying}
        height={lying ? Math.max(90, bars.length * 26 + 40) : 200}
        label={title}
        onPick={onPick}
      />
    </section>
  );
}
