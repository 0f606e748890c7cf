import type { Reply, Review } from "@yigou/backend/contract";
import { Link } from "react-router";

import { afterSaleWords } from "../../i18n/after-sale-words";
import { useLang } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import type { Answer } from "../../lib/refused";
import { buttonClass } from "../../ui/button";
import { meanText } from "../../ui/rating";
import { Stars } from "../../ui/stars";

type Reviews = Reply<"GET /store/goods/:handle/reviews">;

/** Reviews on one page of goods. */
export const REVIEWS_PAGE = 5;

/** What buyers say of the goods, the newest first. */
export function Reviews({
  handle,
  page,
  reviews,
}: {
  handle: string;
  page: number;
  reviews: Answer<Reviews>;
}) {
  const w = afterSaleWords[useLang()];
  const found = reviews.ok ? reviews.value : null;
  const mean = found?.rating.mean_hundredths ?? null;
  return (
    <section className="mt-9 scroll-mt-20" id="reviews">
      <h2 className="flex flex-wrap items-baseline gap-x-3 text-xl">
        {w.reviews}
        {found && mean !== null ? (
          <span className="font-sans text-sm font-normal text-ink-2">
            <Stars of={mean / 100} label={w.mean_label(meanText(mean))} />{" "}
            {w.mean(meanText(mean), found.rating.count)}
          </span>
        ) : null}
      </h2>
      {found === null ? <p className="mt-1 text-ink-2">{w.reviews_failed}</p> : null}
      {found?.rating.count === 0 ? <p className="mt-1 text-ink-2">{w.none}</p> : null}
      <ul className="mt-1">
        {found?.reviews.map((review) => (
          <One key={review.id} review={review} />
        ))}
      </ul>
      {found ? <Pages handle={handle} page={page} isLast={found.next_offset === null} /> : null}
    </section>
  );
}

function One({ review }: { review: Review }) {
  const lang = useLang();
  const w = afterSaleWords[lang];
  const { stars, text, by, photos, written_at, variant_title, answer } = review;
  return (
    <li className="border-b border-rule py-4 last:border-0">
      <p className="flex flex-wrap items-baseline gap-x-2.5 text-sm text-ink-2">
        <b className="font-semibold text-ink">{by ?? w.anonymous}</b>
        <Stars of={stars} label={w.stars_label(stars)} />
        <span className="ml-auto whitespace-nowrap tabular-nums">{dayText(written_at, lang)}</span>
      </p>
      <p className="mt-1.5 leading-relaxed break-words whitespace-pre-line">{text}</p>
      {photos.length > 0 ? (
        <ul className="mt-2.5 flex flex-wrap gap-2">
          {photos.map((src, at) => (
            <li key={src}>
              <a href={src} className="block">
                <img
                  src={src}
                  alt={w.photo(at + 1)}
                  loading="lazy"
                  width={88}
                  height={88}
                  className="size-22 rounded-small border border-rule bg-sunk object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-1.5 text-[0.8125rem] text-ink-3">{variant_title}</p>
      {answer ? (
        <div className="mt-2.5 rounded-small bg-sunk px-3.5 py-2.5 text-[0.9375rem]">
          <b className="font-semibold">{w.answer}</b>
          <p className="mt-0.5 break-words whitespace-pre-line text-ink-2">{answer.text}</p>
        </div>
      ) : null}
    </li>
  );
}

function Pages({ handle, page, isLast }: { handle: string; page: number; isLast: boolean }) {
  const w = afterSaleWords[useLang()];
  if (page === 1 && isLast) return null;
  const at = (number: number): string =>
    `/goods/${handle}${number > 1 ? `?reviews=${number.toString()}` : ""}#reviews`;
  return (
    <nav aria-label={w.reviews} className="mt-3 flex gap-3">
      {page > 1 ? (
        <Link to={at(page - 1)} rel="prev" className={buttonClass("quiet")}>
          {w.newer}
        </Link>
      ) : null}
      {isLast ? null : (
        <Link to={at(page + 1)} rel="next" className={buttonClass("quiet")}>
          {w.older}
        </Link>
      )}
    </nav>
  );
}
