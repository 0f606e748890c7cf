import { afterSaleWords } from "../../i18n/after-sale-words";
import { useLang } from "../../i18n/use-words";
import { moneyText } from "../../ui/money";

/** All that was paid, or a part with its amount. */
export function WishField({
  most_fen,
  wish,
  amount,
  isWrong,
}: {
  most_fen: number;
  wish: string;
  amount: string;
  isWrong: boolean;
}) {
  const w = afterSaleWords[useLang()];
  const ways = [
    { value: "whole", label: w.wish_whole },
    { value: "part", label: w.wish_part },
  ];
  return (
    <fieldset className="group">
      <legend className="mb-1 text-sm font-medium">{w.wish}</legend>
      {ways.map(({ value, label }) => (
        <label key={value} className="tap flex !justify-start gap-2.5">
          <input
            type="radio"
            name="wish"
            value={value}
            defaultChecked={wish === value}
            className="size-5"
          />
          {label}
        </label>
      ))}
      {/* Shown where a part is chosen; a browser that cannot look back shows it always. */}
      <div className="mt-1 max-w-xs supports-[selector(:has(a))]:hidden group-has-[[value=part]:checked]:!block">
        <label htmlFor="amount" className="mb-1 block text-sm font-medium">
          {w.wish_amount}
        </label>
        <input
          id="amount"
          name="amount"
          className="control"
          inputMode="decimal"
          maxLength={12}
          defaultValue={amount}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={isWrong ? "amount-hint amount-error" : "amount-hint"}
        />
        <p id="amount-hint" className="mt-1 text-[0.8125rem] text-ink-3">
          {w.wish_amount_hint(moneyText(most_fen))}
        </p>
        {isWrong ? (
          <p id="amount-error" className="mt-1 text-[0.8125rem] font-medium text-persimmon-ink">
            {w.wish_wrong}
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}
