import type { Reply } from "@yigou/backend/contract";

import { useLang, useWords } from "../../i18n/use-words";
import { Button } from "../../ui/button";
import { Money, moneyText } from "../../ui/money";
import { PayButton } from "../../ui/pay-button";
import { addParts, ShareBar, ShareLegend } from "../../ui/share-bar";

type Line = Reply<"GET /store/cart-preview">["lines"][number] & { quantity: number };

/** What each person gets, what all of it costs, where the money goes, and the button for what comes next. */
export function GiftTotal({
  lines,
  each_fen,
  people,
}: {
  lines: readonly Line[];
  each_fen: number;
  /** How many the list has; 0 until it was read. */
  people: number;
}) {
  const t = useWords();
  const english = useLang() === "en";
  const total_fen = each_fen * people;
  const parts = addParts(lines).map((part) => ({ ...part, amount_fen: part.amount_fen * people }));
  return (
    <section className="box p-4 sm:p-5 lg:sticky lg:top-24">
      <h2 className="text-lg">{t("gift.each")}</h2>
      <ul className="mt-2 grid gap-2">
        {lines.map((line) => (
          <li key={line.variant_id} className="flex gap-3">
            <span className="min-w-0">
              {(english && line.title_en) || line.title}
              <small className="block text-ink-2">
                {line.variant_title} {t("checkout.quantity", { count: line.quantity })}
              </small>
            </span>
            <Money fen={line.price_fen * line.quantity} className="ml-auto" />
          </li>
        ))}
      </ul>
      <p className="mt-3 border-t border-rule pt-3 text-ink-2 tabular-nums">
        {t("gift.total_of", { each: moneyText(each_fen), count: people })}
      </p>
      <p className="mb-3 flex items-baseline justify-between">
        {t("cart.total")} <Money fen={total_fen} className="text-2xl font-bold" />
      </p>
      {people > 0 ? (
        <>
          <ShareBar parts={parts} />
          <ShareLegend parts={parts} />
        </>
      ) : null}
      {people > 0 ? (
        <PayButton total_fen={total_fen} />
      ) : (
        <Button name="intent" value="list" formNoValidate className="mt-5 w-full text-lg">
          {t("gift.read_first")}
        </Button>
      )}
      <p className="mt-2 text-center text-[0.8125rem] text-ink-3">{t("checkout.safe")}</p>
    </section>
  );
}
