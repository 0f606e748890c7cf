import type { Order } from "@yigou/backend/contract";
import { Link } from "react-router";

import { useWords } from "../../i18n/use-words";
import { Money } from "../../ui/money";
import { Tag } from "../../ui/notice";
import { Picture } from "../../ui/picture";
import { LineReturns } from "./going-back";

/** What was bought and how the total comes about. */
export function Lines({ order }: { order: Order }) {
  const t = useWords();
  const sums = [
    { label: t("order.goods_total"), fen: order.goods_fen, always: true },
    { label: t("order.shipping"), fen: order.shipping_fen, always: true },
    { label: t("order.discount"), fen: -order.discount_fen, always: false },
    { label: t("order.total"), fen: order.total_fen, always: true, strong: true },
    { label: t("order.refunded"), fen: -order.refunded_fen, always: false },
  ];
  return (
    <section className="box p-4 sm:p-5">
      <h2 className="text-lg">{t("order.lines")}</h2>
      <ul className="mt-3 grid gap-3">
        {order.lines.map((line) => (
          <li key={line.id} className="flex items-center gap-3">
            <Picture src={line.picture} category="" alt="" className="size-14 rounded-small" />
            <div className="min-w-0">
              {line.handle ? (
                <Link to={`/goods/${line.handle}`} className="font-medium">
                  {line.title}
                </Link>
              ) : (
                <span className="font-medium">{line.title}</span>
              )}
              <small className="block text-ink-2">
                {line.variant_title} {t("checkout.quantity", { count: line.quantity })}
                {line.cooperative ? ` · ${t("order.seller", { name: line.cooperative })}` : ""}
              </small>
              <LineReturns line={line} />
            </div>
            <Money fen={line.total_fen} className="ml-auto" />
          </li>
        ))}
      </ul>
      <dl className="mt-4 grid gap-1 border-t border-rule pt-3 text-ink-2">
        {sums
          .filter(({ fen, always }) => always || fen !== 0)
          .map(({ label, fen, strong = false }) => (
            <div
              key={label}
              className={`flex justify-between ${strong ? "text-lg font-semibold text-ink" : ""}`}
            >
              <dt>{label}</dt>
              <dd>
                <Money fen={fen} className="text-ink" />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** Where the parcel goes and how far it is. */
export function Delivery({ order }: { order: Order }) {
  const t = useWords();
  const { name, phone, province, city, county, street } = order.shipping_address;
  // Municipalities carry the same name on two levels.
  const place = [province, city === province ? undefined : city, county].filter(Boolean).join(" ");
  return (
    <section className="box p-4 sm:p-5">
      <h2 className="flex items-center gap-2 text-lg">
        {t("order.address")}
        <span className="ml-auto font-sans text-sm font-normal">
          <Tag tone={order.fulfillment_state === "none" ? "plain" : "good"}>
            {t(`order.fulfillment_${order.fulfillment_state}`)}
          </Tag>
        </span>
      </h2>
      <address className="mt-2 not-italic">
        {name} <span className="tabular-nums">{phone}</span>
        <br />
        {place}
        <br />
        {street}
      </address>
      <h3 className="mt-3 font-sans text-sm font-medium text-ink-2">{t("order.tracking")}</h3>
      {order.tracking.length === 0 ? (
        <p className="text-sm text-ink-2">{t("order.tracking_none")}</p>
      ) : (
        <ul>
          {order.tracking.map(({ carrier, number }) => (
            <li key={number} className="tabular-nums select-all">
              {carrier} {number}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
