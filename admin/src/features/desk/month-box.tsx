/** Credits by month. */
import type { SummaryRow } from "@yigou/backend/contract";
import { useMemo } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useTranslation } from "react-i18next";

import { spanOfMonth } from "../../lib/days";
import { BarChart } from "../../ui/month-chart";

interface MonthBoxProps {
  rows: readonly SummaryRow[];
  from: string;
  to: string;
}

/** Settled and pending, one bar a month; a click opens that month's summary. */
export function MonthBox({ rows, from, to }: MonthBoxProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const division = params.get("division_code");
  const months = useMemo(() => {
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return monthsBetween(from, to).map((key) => {
      const row = byKey.get(key);
      return {
        key,
        label: t("chart.month", { month: Number(key.slice(5)) }),
        settled_fen: row ? row.settled_fen + row.paid_fen + row.confirmed_fen : 0,
        pending_fen: row ? row.expected_fen + row.earned_fen : 0,
      };
    });
  }, [rows, from, to, t]);
  const open = (month: string) => {
    const next = new URLSearchParams({ group_by: "household", ...spanOfMonth(month) });
    if (division) next.set("division_code", division);
    void navigate(`/official/income?${next.toString()}`);
  };
  return (
    <section className="box">
      <div className="box-head">
        <h3>{t("chart.byMonth")}</h3>
        <ChartKeys />
      </div>
      <BarChart rows={months} height={190} label={t("chart.byMonth")} onPick={open} />
    </section>
  );
}

function ChartKeys() {
  const { t } = useTranslation();
  return (
    <span className="keys">
      <i style={{ background: "var(--tea)" }} />
      {t("income.settled")}
      <i style={{ background: "var(--straw)" }} />
      {t("income.pending")}
    </span>
  );
}

/** Every month from one day to another, at most three years of them. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = from.split("-").map(Number);
  const last = to.slice(0, 7);
  while (months.length < 36) {
    const key = `${String(year)}-${String(month).padStart(2, "0")}`;
    if (key > last) break;
    months.push(key);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}
