/** One order of the cooperative. */
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { dayOf } from "../../lib/days";
import { DataTable } from "../../ui/data-table";
import { Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { OrderTag } from "../../ui/state-tag";
import { Tag } from "../../ui/tag";

import { GiftBoxes } from "./gift-boxes";
import { OrderActions } from "./order-actions";
import type { Order } from "./order-list";

/** The page. */
export function OrderPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useRead("GET /cooperative/orders/:id", { params: { id } });
  return (
    <Loaded query={query}>
      {({ order }) => (
        <>
          <PageHead
            title={t("order.title", { n: order.display_id })}
            crumbs={[{ label: t("nav.orders"), to: "/cooperative/orders" }]}
            note={
              <>
                <OrderTag state={order.state} /> <Tag>{t(`payment.${order.payment_state}`)}</Tag>{" "}
                {dayOf(order.created_at)}
              </>
            }
            actions={<OrderActions order={order} />}
          />
          {order.gift_recipients > 0 && <GiftBoxes order={order} />}
          {/* Slips of a gift are printed from this page: no price beside them. */}
          <div className={order.gift_recipients > 0 ? "with-aside no-print" : "with-aside"}>
            <Lines order={order} />
            <Delivery order={order} />
          </div>
        </>
      )}
    </Loaded>
  );
}

function Lines({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <section className="box">
      <div className="box-head">
        <h3>{t("order.lines")}</h3>
      </div>
      <DataTable
        caption={t("order.lines")}
        rows={order.lines}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "title",
            title: t("product.title"),
            lead: true,
            cell: (row) => (
              <span>
                {row.title}
                <small>{row.variant_title}</small>
              </span>
            ),
            foot: t("order.total"),
          },
          { key: "quantity", title: t("order.quantity"), end: true, cell: (row) => row.quantity },
          { key: "shipped", title: t("order.shippedCount"), end: true, cell: (row) => row.shipped },
          {
            key: "return",
            title: t("order.returnRequested"),
            end: true,
            cell: (row) =>
              row.return_requested > 0 ? <Tag tone="act">{row.return_requested}</Tag> : 0,
          },
          {
            key: "total",
            title: t("order.lineTotal"),
            end: true,
            cell: (row) => <Money fen={row.total_fen} />,
            foot: <Money fen={order.total_fen} />,
          },
        ]}
      />
    </section>
  );
}

function Delivery({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { name, phone, province, city, county, street, postal_code } = order.shipping_address;
  const address = [province, city, county, street].filter(Boolean).join(" ");
  return (
    <div className="stack">
      <section className="box">
        <div className="box-head">
          <h3>{t("order.receiver")}</h3>
        </div>
        <address className="address">
          <b>{name}</b> {phone}
          <br />
          {address} {postal_code}
        </address>
        {order.tracking.map((one) => (
          <p key={one.number} className="tracking">
            <Tag tone="info">{one.carrier}</Tag> {one.number}
          </p>
        ))}
      </section>
      {(order.work_unit ?? order.transfer_reference) && (
        <section className="box">
          <div className="box-head">
            <h3>{t("order.transfer")}</h3>
          </div>
          <dl className="facts">
            <div>
              <dt>{t("order.workUnit")}</dt>
              <dd>{order.work_unit ?? "—"}</dd>
            </div>
            <div>
              <dt>{t("order.reference")}</dt>
              <dd>{order.transfer_reference ?? "—"}</dd>
            </div>
            <div>
              <dt>{t("order.orderTotal")}</dt>
              <dd>
                <Money fen={order.order_total_fen} />
              </dd>
            </div>
          </dl>
        </section>
      )}
    </div>
  );
}
