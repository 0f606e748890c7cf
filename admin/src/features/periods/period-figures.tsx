/** What moved in a month, in six figures. */
import type { PeriodTotals } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { Figures } from "../../ui/figures";
import { Money } from "../../ui/money";

/** The figures of a month, in the order of the states. */
export const FIGURES = [
  ["credited", "credited_fen"],
  ["reversed", "reversed_fen"],
  ["earned", "earned_fen"],
  ["settled", "settled_fen"],
  ["paid", "paid_fen"],
  ["confirmed", "confirmed_fen"],
] as const satisfies readonly (readonly [string, keyof PeriodTotals])[];

/** The figures side by side. */
export function PeriodFigures({ totals, label }: { totals: PeriodTotals; label: string }) {
  const { t } = useTranslation();
  return (
    <Figures
      label={label}
      figures={FIGURES.map(([name, key]) => ({
        key,
        name: t(`periods.${name}`),
        value: <Money fen={totals[key]} />,
      }))}
    />
  );
}
