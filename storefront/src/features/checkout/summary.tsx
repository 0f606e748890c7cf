import type { Reply } from "@yigou/backend/contract";
import { Link } from "react-router";

import { useLang, useWords } from "../../i18n/use-words";
import { Money } from "../../ui/money";
import { PayButton } from "../../ui/pay-button";
import { addParts, ShareBar, ShareLegend } from "../../ui/share-bar";

type Line = Reply<"GET /store/cart-preview">["lines"][number] & { quantity: number };

/** What is bought, where the money goes, and the button that pays. */
export function Summary({ lines, total_fen }: { lines: readonly Line[]; total_fen: number }) {
  const t = useWords();
  const english = useLang() === "en";
  const parts = addParts(lines);
  return (
    <section className="box p-4 sm:p-5 lg:sticky lg:top-24">
      <div className="flex items-baseline justify-between">
        <h2 className="text-lg">{t("checkout.summary")}</h2>
        <Link to="/cart" className="tap -my-2 text-sm text-ink-2 underline underline-offset-4">
          {t("checkout.back_to_cart")}
        </Link>
      </div>
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
      <p className="mt-3 flex justify-between border-t border-rule pt-3 text-ink-2">
        {t("cart.freight")} <span>{t("cart.freight_free")}</span>
      </p>
      <p className="mb-3 flex items-baseline justify-between">
        {t("cart.total")} <Money fen={total_fen} className="text-2xl font-bold" />
      </p>
      <ShareBar parts={parts} />
      <ShareLegend parts={parts} />
      <PayButton total_fen={total_fen} />
      <p className="mt-2 text-center text-[0.8125rem] text-ink-3">{t("checkout.safe")}</p>
    </section>
  );
}
