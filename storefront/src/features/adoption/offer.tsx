import type { Reply } from "@yigou/backend/contract";
import { Link } from "react-router";

import { useLang, useWords } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import { Money, moneyText } from "../../ui/money";
import { Tag } from "../../ui/notice";
import { Picture } from "../../ui/picture";
import { ShareBar } from "../../ui/share-bar";

type Offer = Reply<"GET /store/adoptions">["adoptions"][number];

/** One offer: whose trees, when they are harvested, what each gives, how many are left. */
export function AdoptionOffer({ offer, eager = false }: { offer: Offer; eager?: boolean }) {
  const t = useWords();
  const lang = useLang();
  const { good, kind, left } = offer;
  const title = (lang === "en" && good.title_en) || good.title;
  const span = { from: dayText(offer.harvest_from, lang), to: dayText(offer.harvest_to, lang) };
  return (
    <article className="box relative grid grid-cols-[7.5rem_1fr] overflow-hidden focus-within:shadow-[var(--shadow)] hover:shadow-[var(--shadow)] sm:grid-cols-[11rem_1fr]">
      <Picture
        src={good.picture}
        category={good.category}
        alt=""
        eager={eager}
        className="h-full w-full object-cover"
      />
      <div className="flex min-w-0 flex-col p-3.5 sm:p-4">
        <p className="flex flex-wrap gap-1.5">
          <Tag tone="good">{t(`adoption.tag_${kind}`)}</Tag>
          <Tag tone={left > 0 ? "warn" : "plain"}>
            {left > 0 ? t("adoption.left", { count: left }) : t("adoption.sold_out")}
          </Tag>
        </p>
        <h2 className="mt-1.5 font-sans text-base leading-snug font-semibold tracking-normal">
          <Link
            to={`/goods/${good.handle}`}
            className="after:absolute after:inset-0 after:content-['']"
          >
            {title}
          </Link>
        </h2>
        <p className="text-[0.8125rem] text-ink-2">
          {offer.alias} · {good.county_name} · {good.township_name}
        </p>
        <p className="mt-1.5">
          <Money fen={good.price_fen} className="text-xl font-bold" />
        </p>
        <div className="mt-1.5">
          <ShareBar parts={good.breakdown} thin />
        </div>
        <p className="mt-1.5 text-[0.8125rem] text-persimmon-ink tabular-nums">
          {t("share.to_households", { amount: moneyText(good.household_fen) })}
        </p>
        <p className="mt-2 border-t border-rule pt-2 text-[0.875rem]">
          {offer.yield_text}
          <span className="block text-ink-2">
            {offer.season} · {t("adoption.span", span)}
          </span>
        </p>
      </div>
    </article>
  );
}
