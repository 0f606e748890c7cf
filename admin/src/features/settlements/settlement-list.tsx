/** Settlements: a cooperative's own, or those of an official's area. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { dayOf } from "../../lib/days";
import type { Column } from "../../ui/data-table";
import { Icon } from "../../ui/icons";
import { Empty } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { ChoiceFilter, PagedTable, usePage } from "../../ui/paged-table";
import { SettlementTag } from "../../ui/settlement-tag";

type Row = Reply<"GET /cooperative/settlements">["settlements"][number];
/** Who looks. */
export type Desk = "cooperative" | "official";

const STATUSES = ["draft", "submitted", "approved", "exported", "closed", "canceled"] as const;

/** List with its filter. */
export function SettlementList({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const { get } = useAddressState();
  const page = usePage();
  const status = STATUSES.find((one) => one === get("status"));
  const query = useRead(`GET /${desk}/settlements`, {
    query: { status, ...page },
  });
  const isOwn = desk === "cooperative";
  return (
    <>
      <PageHead
        title={t("settlement.nav")}
        note={t(isOwn ? "settlement.listNote" : "settlement.officialNote")}
        actions={isOwn && <NewButton />}
      />
      <ChoiceFilter
        name="status"
        label={t("settlement.status")}
        value={status ?? ""}
        options={[
          { value: "", label: t("list.all") },
          ...STATUSES.map((one) => ({ value: one, label: t(`settlement.${one}`) })),
        ]}
      />
      <PagedTable
        query={query}
        rowsOf={(data) => data.settlements}
        empty={
          <Empty
            title={t("settlement.none")}
            hint={isOwn ? t("settlement.noneHint") : undefined}
            action={isOwn && <NewButton />}
          />
        }
        caption={t("settlement.nav")}
        columns={columnsOf(t, isOwn)}
        rowKey={(row) => row.id}
        rowTo={(row) => `/${desk}/settlements/${row.id}`}
      />
    </>
  );
}

function NewButton() {
  const { t } = useTranslation();
  return (
    <Link to="/cooperative/settlements/new">
      <Button type="primary" icon={<Icon name="plus" />}>
        {t("settlement.new")}
      </Button>
    </Link>
  );
}

function columnsOf(t: TFunction, isOwn: boolean): Column<Row>[] {
  const cooperative: Column<Row> = {
    key: "cooperative",
    title: t("settlement.cooperative"),
    wide: true,
    cell: (row) => row.cooperative.name,
  };
  return [
    { key: "number", title: t("settlement.number"), lead: true, cell: (row) => row.number },
    ...(isOwn ? [] : [cooperative]),
    { key: "created", title: t("settlement.created"), cell: (row) => dayOf(row.created_at) },
    {
      key: "households",
      title: t("settlement.households"),
      end: true,
      cell: (row) => row.lines - row.by_state.left_out.lines,
    },
    {
      key: "total",
      title: t("settlement.total"),
      end: true,
      cell: (row) => <Money fen={row.total_fen} />,
    },
    {
      key: "paid",
      title: t("settlement.paid"),
      end: true,
      cell: (row) => <Money fen={row.by_state.paid.amount_fen} quiet />,
    },
    {
      key: "status",
      title: t("settlement.status"),
      cell: (row) => <SettlementTag status={row.status} />,
    },
  ];
}
