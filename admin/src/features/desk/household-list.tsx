/** The households of the chosen division. */
import type { Reply } from "@yigou/backend/contract";
import { Select } from "antd";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import type { Column } from "../../ui/data-table";
import { Empty } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PagedTable, usePage } from "../../ui/paged-table";
import { SearchField } from "../../ui/search-field";
import { Tag } from "../../ui/tag";

import type { Area } from "./area";

/** A household of the list. */
type HouseholdRow = Reply<"GET /official/households">["households"][number];

interface HouseholdListProps {
  types: NonNullable<Area>["types"];
}

/** Filters, table and pages. */
export function HouseholdList({ types }: HouseholdListProps) {
  const { t } = useTranslation();
  const { get, change } = useAddressState();
  const page = usePage();
  const query = useRead("GET /official/households", {
    query: {
      division_code: get("division_code"),
      q: get("q"),
      type: get("type"),
      ...page,
    },
  });
  const columns = useColumns();
  return (
    <section aria-label={t("household.list")}>
      <div className="filters">
        <Select
          aria-label={t("household.type")}
          prefix={t("household.typeIs")}
          value={get("type") ?? ""}
          options={[
            { value: "", label: t("list.all") },
            ...types.map(({ type, label }) => ({ value: type, label })),
          ]}
          onChange={(type) => {
            change({ type });
          }}
          popupMatchSelectWidth={false}
          virtual={false}
          style={{ minWidth: 150 }}
        />
        <SearchField
          label={t("household.search")}
          value={get("q") ?? ""}
          onSearch={(q) => {
            change({ q }, true);
          }}
        />
      </div>
      <PagedTable
        query={query}
        rowsOf={(data) => data.households}
        empty={<Empty title={t("household.none")} hint={t("household.noneHint")} />}
        caption={t("household.list")}
        columns={columns}
        rowKey={(row) => row.id}
        rowTo={(row) => `/official/households/${row.id}`}
      />
    </section>
  );
}

function useColumns(): Column<HouseholdRow>[] {
  const { t } = useTranslation();
  return [
    { key: "code", title: t("household.code"), cell: (row) => row.code },
    { key: "head", title: t("household.head"), lead: true, cell: (row) => row.head_name },
    {
      key: "type",
      title: t("household.type"),
      cell: (row) => (
        <span className="tags">
          <Tag>{row.type_label}</Tag>
          {row.status === "monitored" && <Tag tone="wait">{row.status_label}</Tag>}
        </span>
      ),
    },
    { key: "division", title: t("household.division"), cell: (row) => row.division_name },
    { key: "members", title: t("household.members"), end: true, cell: (row) => row.member_count },
    { key: "unit", title: t("household.helpingUnit"), cell: (row) => row.helping_unit ?? "—" },
    {
      key: "credited",
      title: t("household.creditedYuan"),
      end: true,
      cell: (row) => (
        <b>
          <Money fen={row.credited_fen} sign={false} quiet />
        </b>
      ),
    },
    {
      key: "pending",
      title: t("household.pendingYuan"),
      end: true,
      cell: (row) => <Money fen={row.pending_fen} sign={false} quiet />,
    },
    {
      key: "last",
      title: t("household.lastCredit"),
      end: true,
      cell: (row) => row.last_credit_on ?? "—",
    },
  ];
}
