import type { Good } from "@yigou/backend/contract";
import { Form, Link, useNavigation } from "react-router";

import { useLang, useWords } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import { Button } from "../../ui/button";
import { Money, moneyText } from "../../ui/money";
import { Tag } from "../../ui/notice";
import { ShareBar, ShareLegend } from "../../ui/share-bar";

type Variant = Good["variants"][number];

/** The price with its parts, before buying. */
export function PriceBox({ good, variant }: { good: Good; variant: Variant }) {
  const t = useWords();
  return (
    <section aria-label={t("share.title")} className="box mt-4 p-4 sm:p-5">
      <p className="flex items-baseline gap-2">
        <Money fen={variant.price_fen} className="text-[2rem] leading-tight font-bold" />
        <span className="text-sm text-ink-2">{t("good.per_unit")}</span>
        <span className="ml-auto self-center text-sm">
          <Stock variant={variant} />
        </span>
      </p>
      {variant.clearance ? <Cleared clearance={variant.clearance} /> : null}
      <h2 className="mt-3 mb-2 font-sans text-sm font-normal text-ink-2">{t("share.title")}</h2>
      <ShareBar parts={variant.breakdown} />
      <ShareLegend
        parts={variant.breakdown}
        cooperative={good.cooperative.name}
        household={`${t("party.household")} · ${t("goods.households", { count: good.households.length })}`}
      />
      <p className="mt-2.5 text-[0.8125rem] text-ink-3">{t("share.note")}</p>
    </section>
  );
}

/** What is cleared, why, how much is left and until when. */
function Cleared({ clearance }: { clearance: NonNullable<Variant["clearance"]> }) {
  const t = useWords();
  const lang = useLang();
  return (
    <div className="mt-2.5 rounded-small bg-persimmon-wash px-3.5 py-2.5 text-[0.9375rem] text-persimmon-ink">
      <p className="flex flex-wrap gap-x-3 font-semibold">
        <span>{t("clearance.tag")}</span>
        <span className="font-normal line-through">
          {t("clearance.usual", { amount: moneyText(clearance.usual_fen) })}
        </span>
        <span className="tabular-nums">{t("clearance.left", { count: clearance.left })}</span>
        <span>{t("clearance.until", { date: dayText(clearance.last_on, lang) })}</span>
      </p>
      <p className="text-ink">{clearance.reason}</p>
    </div>
  );
}

function Stock({ variant }: { variant: Variant }) {
  const t = useWords();
  if (!variant.in_stock) return <Tag>{t("good.sold_out")}</Tag>;
  if (variant.few_left !== null) {
    return <Tag tone="warn">{t("good.few_left", { count: variant.few_left })}</Tag>;
  }
  return <Tag tone="good">{t("good.in_stock")}</Tag>;
}

/** Sizes as links: choosing one is a page of its own, so that it works without a script. */
export function Variants({ good, chosen }: { good: Good; chosen: Variant }) {
  const t = useWords();
  if (good.variants.length < 2) {
    return <p className="mt-4 text-ink-2">{`${t("good.variant")}：${chosen.title}`}</p>;
  }
  return (
    <nav aria-label={t("good.variant")} className="mt-4">
      <ul className="flex flex-wrap gap-2">
        {good.variants.map((variant) => (
          <li key={variant.id}>
            <Link
              to={`/goods/${good.handle}?variant=${variant.id}`}
              replace
              preventScrollReset
              aria-current={variant.id === chosen.id ? "true" : undefined}
              className={`tap rounded-full border px-4 text-[0.9375rem] aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper ${variant.in_stock ? "border-edge bg-card" : "border-dashed border-edge text-ink-3 line-through"}`}
            >
              {variant.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Quantity and the two ways to go on; it stays in reach of the thumb on a phone. */
export function BuyBar({ good, variant }: { good: Good; variant: Variant }) {
  const t = useWords();
  const sending = useNavigation().state === "submitting";
  return (
    <Form
      method="post"
      action="/cart"
      key={variant.id}
      className="buy-bar fixed inset-x-0 bottom-0 z-20 flex items-end gap-2.5 border-t border-rule bg-card px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:static md:mt-5 md:border-0 md:bg-transparent md:p-0"
    >
      <input type="hidden" name="variant_id" value={variant.id} />
      <input type="hidden" name="return_to" value={`/goods/${good.handle}?variant=${variant.id}`} />
      <input
        type="number"
        name="quantity"
        defaultValue={1}
        min={1}
        max={Math.min(variant.few_left ?? 999, variant.clearance?.left ?? 999)}
        inputMode="numeric"
        aria-label={t("good.quantity")}
        disabled={!variant.in_stock}
        className="control w-16 flex-none text-center tabular-nums"
      />
      <Button
        kind="quiet"
        name="intent"
        value="add"
        disabled={!variant.in_stock}
        aria-disabled={sending}
        className="flex-[0.8] px-3 whitespace-nowrap"
      >
        {t("good.add")}
      </Button>
      <Button
        name="intent"
        value="buy"
        disabled={!variant.in_stock}
        aria-disabled={sending}
        className="flex-1 px-3 whitespace-nowrap"
      >
        {t("good.buy")}
      </Button>
    </Form>
  );
}
