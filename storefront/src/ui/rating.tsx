import type { GoodCard } from "@yigou/backend/contract";

import { afterSaleWords } from "../i18n/after-sale-words";
import { useLang } from "../i18n/use-words";
import { Stars } from "./stars";

/** 467 hundredths as "4.7". */
export function meanText(hundredths: number): string {
  return (hundredths / 100).toFixed(1);
}

/** What buyers think of goods, in one line. */
export function RatingLine({
  rating: { count, mean_hundredths },
  className = "",
}: {
  rating: NonNullable<GoodCard["rating"]>;
  className?: string;
}) {
  const w = afterSaleWords[useLang()];
  const mean = meanText(mean_hundredths);
  return (
    <span className={`text-[0.8125rem] text-ink-2 tabular-nums ${className}`}>
      <Stars of={mean_hundredths / 100} label={w.mean_label(mean)} className="h-3.5" /> {mean}{" "}
      <span aria-hidden>({count})</span>
      <span className="sr-only">{w.mean(mean, count)}</span>
    </span>
  );
}
