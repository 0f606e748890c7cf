import type { Order, Reply } from "@yigou/backend/contract";
import { Link } from "react-router";

import { afterSaleWords } from "../../i18n/after-sale-words";
import { useLang } from "../../i18n/use-words";
import { minuteText } from "../../lib/day";
import { buttonClass } from "../../ui/button";
import { Tag } from "../../ui/notice";
import { Picture } from "../../ui/picture";
import { Stars } from "../../ui/stars";

type AfterSale = Reply<"GET /store/orders/:id/after-sale">;
type Standing = AfterSale["lines"][number];

/** What may still be said of each line that arrived, and what was said. */
export function SayLines({ order, afterSale }: { order: Order; afterSale: AfterSale }) {
  const w = afterSaleWords[useLang()];
  const rows = order.lines.flatMap((line) => {
    const said = afterSale.lines.find(({ order_line_id }) => order_line_id === line.id);
    const isAny = said && (said.may_review || said.review !== null || said.complainable > 0);
    return isAny ? [{ line, said }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section className="box p-4 sm:p-5" aria-labelledby="say">
      <h2 id="say" className="text-lg">
        {w.title}
      </h2>
      <ul>
        {rows.map(({ line, said }) => (
          <li key={line.id} className="border-b border-rule py-3.5 last:border-0 last:pb-0">
            <div className="flex items-center gap-3">
              <Picture src={line.picture} category="" alt="" className="size-12 rounded-small" />
              <div className="min-w-0">
                <b className="font-medium">{line.title}</b>
                <small className="block text-ink-2">{line.variant_title}</small>
              </div>
            </div>
            <OwnReview said={said} />
            <Ways orderId={order.id} said={said} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ways({ orderId, said }: { orderId: string; said: Standing }) {
  const lang = useLang();
  const w = afterSaleWords[lang];
  const path = `/orders/${orderId}`;
  if (!said.may_review && said.complainable === 0) return null;
  return (
    <div className="no-print mt-3 flex flex-wrap items-center gap-2.5">
      {said.may_review ? (
        <Link
          reloadDocument
          to={`${path}/review/${said.order_line_id}`}
          className={buttonClass("ink")}
        >
          {w.write_review}
        </Link>
      ) : null}
      {said.complainable > 0 ? (
        <>
          <Link
            reloadDocument
            to={`${path}/complaint/${said.order_line_id}`}
            className={buttonClass("quiet")}
          >
            {w.complain}
          </Link>
          <small className="text-ink-2">
            {w.complain_until(minuteText(said.complain_until ?? "", lang))}
          </small>
        </>
      ) : null}
    </div>
  );
}

function OwnReview({ said }: { said: Standing }) {
  const w = afterSaleWords[useLang()];
  const { review } = said;
  if (!review) return null;
  return (
    <div className="mt-2.5 text-[0.9375rem]">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-sm text-ink-2">{w.my_review}</span>
        <Stars of={review.stars} label={w.stars_label(review.stars)} />
        {review.hidden ? <Tag tone="warn">{w.hidden}</Tag> : null}
      </p>
      <p className="mt-0.5 break-words whitespace-pre-line">{review.text}</p>
      {review.answer ? (
        <p className="mt-1 break-words text-ink-2">
          {w.answer}：{review.answer.text}
        </p>
      ) : null}
    </div>
  );
}
