import type { GoodCard as Card } from "@yigou/backend/contract";
import { Link } from "react-router";

import { useLang, useWords } from "../i18n/use-words";
import { Money, moneyText } from "./money";
import { Picture } from "./picture";
import { RatingLine } from "./rating";
import { ShareBar } from "./share-bar";
import { Tag } from "./notice";

/** One good in a list: picture, place, price, and what of it reaches the households. */
export function GoodCard({ good, eager = false }: { good: Card; eager?: boolean }) {
  const t = useWords();
  const title = useLang() === "en" && good.title_en ? good.title_en : good.title;
  return (
    <article className="box group relative flex flex-col overflow-hidden transition-shadow focus-within:shadow-[var(--shadow)] hover:shadow-[var(--shadow)]">
      <Picture
        src={good.picture}
        category={good.category}
        alt=""
        eager={eager}
        className={`aspect-[5/4] w-full ${good.in_stock ? "" : "opacity-60 grayscale-[40%]"}`}
      />
      <div className="flex flex-1 flex-col p-3 pb-3.5">
        <h3 className="font-sans text-[0.9375rem] leading-snug font-semibold tracking-normal">
          <Link
            to={`/goods/${good.handle}`}
            prefetch="intent"
            className="after:absolute after:inset-0 after:content-['']"
          >
            {title}
          </Link>
        </h3>
        <p className="mt-0.5 mb-2 text-[0.8125rem] text-ink-2">
          {good.county_name} · {good.township_name}{" "}
          <span className="whitespace-nowrap">
            · {t("goods.households", { count: good.household_count })}
          </span>
        </p>
        {good.rating ? (
          <p className="-mt-1 mb-2">
            <RatingLine rating={good.rating} />
          </p>
        ) : null}
        <div className="mt-auto">
          <p className="flex flex-wrap items-center gap-x-2 text-xl font-bold">
            <Money fen={good.price_fen} />
            {good.clearance ? (
              <span className="text-sm font-normal">
                <Tag tone="bad">{t("clearance.tag")}</Tag>
              </span>
            ) : null}
            {good.adoption ? (
              <span className="text-sm font-normal">
                <Tag tone="good">{t(`adoption.tag_${good.adoption.kind}`)}</Tag>
              </span>
            ) : null}
            {good.in_stock ? null : (
              <span className="text-sm font-normal">
                <Tag>{t("goods.sold_out")}</Tag>
              </span>
            )}
          </p>
          {good.clearance ? (
            <p className="text-[0.8125rem] text-ink-2">
              {t("clearance.usual", { amount: moneyText(good.clearance.usual_fen) })}
            </p>
          ) : null}
          {good.favoured ? (
            <p className="mt-1">
              <Tag tone="good">{t("goods.favoured")}</Tag>
            </p>
          ) : null}
          <div className="mt-1.5">
            <ShareBar parts={good.breakdown} thin />
          </div>
          <p className="mt-1.5 text-[0.8125rem] text-persimmon-ink tabular-nums">
            {t("share.to_households", { amount: moneyText(good.household_fen) })}
          </p>
        </div>
      </div>
    </article>
  );
}

/** Cards beside each other: two on a phone, four on a desk. */
export function GoodGrid({ goods }: { goods: readonly Card[] }) {
  return (
    <ul className="goods-grid">
      {goods.map((good, at) => (
        <li key={good.product_id} className="grid">
          <GoodCard good={good} eager={at < 2} />
        </li>
      ))}
    </ul>
  );
}
