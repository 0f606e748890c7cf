import type { Order } from "@yigou/backend/contract";
import { Link } from "react-router";

import { useLang, useWords } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import { Money } from "../../ui/money";
import { Tag } from "../../ui/notice";
import { Picture } from "../../ui/picture";

const MAX_PICTURES = 4;

/** One order in the list. */
export function OrderCard({ order }: { order: Order }) {
  const t = useWords();
  const lang = useLang();
  const paid = order.payment_state === "paid";
  return (
    <article className="box relative p-4 hover:border-edge">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="font-sans text-base font-semibold tabular-nums">
          <Link
            to={`/orders/${order.id}`}
            prefetch="intent"
            className="after:absolute after:inset-0"
          >
            {t("order.title", { number: order.display_id })}
          </Link>
        </h2>
        <span className="text-sm text-ink-3">{dayText(order.created_at, lang)}</span>
        <span className="ml-auto flex gap-1.5 text-sm">
          <Tag tone={paid ? "good" : "warn"}>{t(`order.stamp_${order.payment_state}`)}</Tag>
          <Tag>{t(`order.fulfillment_${order.fulfillment_state}`)}</Tag>
        </span>
      </div>
      <div className="mt-3 flex items-center gap-2">
        {order.lines.slice(0, MAX_PICTURES).map((line) => (
          <Picture
            key={line.id}
            src={line.picture}
            category=""
            alt=""
            className="size-14 rounded-small"
          />
        ))}
        <p className="min-w-0 flex-1 truncate text-sm text-ink-2">
          {order.lines.map((line) => line.title).join(" · ")}
        </p>
        <p className="text-right">
          <Money fen={order.total_fen} className="text-lg font-bold" />
          <small className="block text-ink-3">
            {t("account.order_lines", { count: order.lines.length })}
          </small>
        </p>
      </div>
      {order.work_unit ? <p className="mt-2 text-sm text-ink-2">{order.work_unit.name}</p> : null}
    </article>
  );
}
