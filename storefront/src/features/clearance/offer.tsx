import type { Reply } from "@yigou/backend/contract";
import { Link } from "react-router";

import { useLang, useWords } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import { Money, moneyText } from "../../ui/money";
import { Tag } from "../../ui/notice";
import { Picture } from "../../ui/picture";
import { ShareBar } from "../../ui/share-bar";

type Offer = Reply<"GET /store/clearances">["clearances"][number];

/** One offer: why, how much is left, until when, and what of it still reaches the households. */
export function ClearanceOffer({ offer, eager = false }: { offer: Offer; eager?: boolean }) {
  const t = useWords();
  const lang = useLang();
  const title = (lang === "en" && offer.title_en) || offer.title;
  return (
    <article className="box relative grid grid-cols-[7.5rem_1fr] overflow-hidden focus-within:shadow-[var(--shadow)] hover:shadow-[var(--shadow)] sm:grid-cols-[11rem_1fr]">
      <Picture
        src={offer.picture}
        category={offer.category}
        alt=""
        eager={eager}
        className="h-full w-full object-cover"
      />
      <div className="flex min-w-0 flex-col p-3.5 sm:p-4">
        <p className="flex flex-wrap gap-1.5">
          <Tag tone="bad">{t("clearance.tag")}</Tag>
          <Tag tone="warn">{t("clearance.left", { count: offer.left })}</Tag>
        </p>
        <h2 className="mt-1.5 font-sans text-base leading-snug font-semibold tracking-normal">
          <Link
            to={`/goods/${offer.handle}?variant=${offer.variant_id}`}
            className="after:absolute after:inset-0 after:content-['']"
          >
            {title}
          </Link>
        </h2>
        <p className="text-[0.8125rem] text-ink-2">
          {offer.variant_title} · {offer.county_name} · {offer.township_name} ·{" "}
          {t("goods.households", { count: offer.household_count })}
        </p>
        <p className="mt-1.5 flex flex-wrap items-baseline gap-x-2">
          <Money fen={offer.price_fen} className="text-xl font-bold" />
          <span className="text-sm text-ink-2 line-through">
            {t("clearance.usual", { amount: moneyText(offer.usual_fen) })}
          </span>
        </p>
        <div className="mt-1.5">
          <ShareBar parts={offer.breakdown} thin />
        </div>
        <p className="mt-1.5 text-[0.8125rem] text-persimmon-ink tabular-nums">
          {t("clearance.reaches", { amount: moneyText(offer.household_fen) })}
        </p>
        <p className="mt-2 border-t border-rule pt-2 text-[0.875rem]">
          {offer.reason}
          <span className="block text-ink-2">
            {t("clearance.until", { date: dayText(offer.last_on, lang) })}
          </span>
        </p>
      </div>
    </article>
  );
}
