/** The cooperative's own orders. */
import type { Reply } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { dayOf } from "../../lib/days";
import type { Column } from "../../ui/data-table";
import { Empty } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { ChoiceFilter, PagedTable, usePage } from "../../ui/paged-table";
import { OrderTag } from "../../ui/state-tag";

/** One order as the cooperative sees it. */
export type Order = Reply<"GET /cooperative/orders/:id">["order"];

const STATES = ["to_ship", "awaiting_transfer", "shipped", "delivered", "canceled"] as const;

/** List with its filter. */
export function OrderList() {
  const { t } = useTranslation();
  const { get } = useAddressState();
  const page = usePage();
  const state = STATES.find((one) => one === get("state"));
  const query = useRead("GET /cooperative/orders", {
    query: { state, ...page },
  });
  const columns = useColumns();
  return (
    <>
      <PageHead title={t("nav.orders")} />
      <ChoiceFilter
        name="state"
        label={t("order.state")}
        value={state ?? ""}
        options={[
          { value: "", label: t("list.all") },
          ...STATES.map((one) => ({ value: one, label: t(`order.${one}`) })),
        ]}
      />
      <PagedTable
        query={query}
        rowsOf={(data) => data.orders}
        empty={<Empty title={t("order.none")} hint={t("order.noneHint")} />}
        caption={t("nav.orders")}
        columns={columns}
        rowKey={(row) => row.id}
        rowTo={(row) => `/cooperative/orders/${row.id}`}
      />
    </>
  );
}

function useColumns(): Column<Order>[] {
  const { t } = useTranslation();
  return [
    { key: "n", title: t("order.number"), lead: true, cell: (row) => `#${String(row.display_id)}` },
    { key: "day", title: t("order.day"), cell: (row) => dayOf(row.created_at) },
    {
      key: "buyer",
      title: t("order.buyer"),
      cell: (row) => row.work_unit ?? row.shipping_address.name ?? "—",
    },
    {
      key: "lines",
      title: t("order.lines"),
      wide: true,
      cell: (row) =>
        row.lines.map((line) => `${line.title} × ${String(line.quantity)}`).join(t("list.comma")),
    },
    {
      key: "total",
      title: t("order.total"),
      end: true,
      cell: (row) => <Money fen={row.total_fen} />,
    },
    { key: "payment", title: t("order.payment"), cell: (row) => t(`payment.${row.payment_state}`) },
    { key: "state", title: t("order.state"), cell: (row) => <OrderTag state={row.state} /> },
  ];
}
