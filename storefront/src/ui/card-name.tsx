import { useWords } from "../i18n/use-words";
import { brandKey, type ShownCard } from "../lib/card";

/** A saved card in words: brand, last digits, how long it is good. */
export function CardName({ card }: { card: ShownCard }) {
  const t = useWords();
  const { brand, last4, exp_year: year, exp_month: month, expired } = card;
  const until = { year, month: String(month).padStart(2, "0") };
  return (
    <span className="min-w-0">
      <span className="block font-medium tabular-nums">
        {t("card.name", { brand: t(brandKey(brand)), last4 })}
      </span>
      <span
        className={`block text-sm tabular-nums ${expired ? "text-persimmon-ink" : "text-ink-2"}`}
      >
        {expired ? t("card.expired", until) : t("card.until", until)}
      </span>
    </span>
  );
}
