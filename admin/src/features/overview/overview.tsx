/** What a cooperative has to do today: ship, confirm transfers, pay. */
import { Link } from "react-router";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { dayOf } from "../../lib/days";
import { DataTable } from "../../ui/data-table";
import { Figures } from "../../ui/figures";
import { Empty, Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { OrderTag } from "../../ui/state-tag";

const SHOWN = 8;

/** Figures and the orders to ship. */
export function Overview() {
  const me = useRead("GET /cooperative/me", {});
  return (
    <>
      <PageHead title={me.data?.cooperative.name ?? ""} note={me.data?.cooperative.division_name} />
      <TodayFigures />
      <ToShip />
    </>
  );
}

function TodayFigures() {
  const { t } = useTranslation();
  const toShip = useRead("GET /cooperative/orders", { query: { state: "to_ship", limit: 1 } });
  const transfers = useRead("GET /cooperative/orders", {
    query: { state: "awaiting_transfer", limit: 1 },
  });
  const products = useRead("GET /cooperative/products", { query: { limit: 1 } });
  const payables = useRead("GET /cooperative/payables", {});
  return (
    <Loaded query={payables} lines={2}>
      {({ total }) => (
        <Figures
          label={t("overview.figures")}
          figures={[
            {
              key: "ship",
              name: t("overview.toShip"),
              value: toShip.data?.count ?? "…",
              note: <Link to="/cooperative/orders?state=to_ship">{t("overview.goShip")}</Link>,
              accent: (toShip.data?.count ?? 0) > 0,
            },
            {
              key: "transfers",
              name: t("overview.transfers"),
              value: transfers.data?.count ?? "…",
              note: (
                <Link to="/cooperative/orders?state=awaiting_transfer">
                  {t("overview.goConfirm")}
                </Link>
              ),
            },
            {
              key: "payable",
              name: t("overview.payable"),
              value: <Money fen={total.settled_fen} />,
              note: <Link to="/cooperative/payables">{t("overview.goPay")}</Link>,
            },
            {
              key: "pending",
              name: t("overview.pending"),
              value: <Money fen={total.expected_fen + total.earned_fen} />,
              note: t("overview.pendingNote"),
            },
            {
              key: "products",
              name: t("overview.products"),
              value: products.data?.count ?? "…",
              note: <Link to="/cooperative/products/new">{t("product.new")}</Link>,
            },
          ]}
        />
      )}
    </Loaded>
  );
}

function ToShip() {
  const { t } = useTranslation();
  const query = useRead("GET /cooperative/orders", { query: { state: "to_ship", limit: SHOWN } });
  return (
    <section className="box">
      <div className="box-head">
        <h3>{t("overview.toShip")}</h3>
      </div>
      <Loaded
        query={query}
        isEmpty={({ count }) => count === 0}
        empty={<Empty title={t("overview.nothing")} hint={t("overview.nothingHint")} />}
      >
        {({ orders }) => (
          <DataTable
            caption={t("overview.toShip")}
            rows={orders}
            rowKey={(row) => row.id}
            rowTo={(row) => `/cooperative/orders/${row.id}`}
            columns={[
              {
                key: "n",
                title: t("order.number"),
                lead: true,
                cell: (row) => `#${String(row.display_id)}`,
              },
              { key: "day", title: t("order.day"), cell: (row) => dayOf(row.created_at) },
              {
                key: "lines",
                title: t("order.lines"),
                wide: true,
                cell: (row) =>
                  row.lines
                    .map((line) => `${line.title} × ${String(line.quantity)}`)
                    .join(t("list.comma")),
              },
              {
                key: "total",
                title: t("order.total"),
                end: true,
                cell: (row) => <Money fen={row.total_fen} />,
              },
              {
                key: "state",
                title: t("order.state"),
                cell: (row) => <OrderTag state={row.state} />,
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
