/** Money that households say they did not get, within the official's area. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { dayOf } from "../../lib/days";
import type { Column } from "../../ui/data-table";
import { Empty } from "../../ui/loaded";
import { Money, moneyText } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { ChoiceFilter, PagedTable, usePage } from "../../ui/paged-table";
import { Tag } from "../../ui/tag";

import { ResolveDialog } from "./resolve-dialog";

/** One dispute. */
export type Dispute = Reply<"GET /official/disputes">["disputes"][number];

const STATES = ["open", "resolved"] as const;

/** The list, the open ones first. */
export function Disputes() {
  const { t } = useTranslation();
  const { get } = useAddressState();
  const [resolving, setResolving] = useState<Dispute | null>(null);
  const state = STATES.find((one) => one === get("state")) ?? "open";
  const page = usePage();
  const query = useRead("GET /official/disputes", {
    query: { state, ...page },
  });
  const columns = useColumns(query.data?.may_resolve ? setResolving : null);
  return (
    <>
      <PageHead title={t("dispute.nav")} note={t("dispute.note")} />
      <ChoiceFilter
        name="state"
        label={t("dispute.state")}
        value={state}
        options={STATES.map((one) => ({ value: one, label: t(`dispute.${one}`) }))}
      />
      <PagedTable
        query={query}
        rowsOf={(data) => data.disputes}
        empty={<Empty title={t("dispute.none")} hint={t("dispute.noneHint")} />}
        caption={t("dispute.nav")}
        columns={columns}
        rowKey={(row) => row.id}
        rowTo={(row) => `/official/households/${row.household_id}`}
      />
      {resolving && (
        <ResolveDialog
          dispute={resolving}
          onClose={() => {
            setResolving(null);
          }}
        />
      )}
    </>
  );
}

function useColumns(onResolve: ((dispute: Dispute) => void) | null): Column<Dispute>[] {
  const { t } = useTranslation();
  return [
    {
      key: "household",
      title: t("dispute.household"),
      lead: true,
      cell: (row) => (
        <span>
          <b>{row.alias}</b> <span className="sub">{row.division_name}</span>
        </span>
      ),
    },
    {
      key: "payer",
      title: t("dispute.cooperative"),
      line: true,
      cell: (row) => row.cooperative,
    },
    {
      key: "amount",
      title: t("dispute.amount"),
      end: true,
      cell: (row) => (
        <span>
          <Money fen={row.amount_fen} sign={false} />
          {row.confirmed_fen > 0 && (
            <small>{t("dispute.confirmedAfter", { amount: moneyText(row.confirmed_fen) })}</small>
          )}
        </span>
      ),
    },
    { key: "said", title: t("dispute.said"), line: true, cell: (row) => row.statement },
    {
      key: "opened",
      title: t("dispute.openedAt"),
      cell: (row) => (
        <span className="day-text">
          {dayOf(row.opened_at)}
          <small>{row.opened_by}</small>
        </span>
      ),
    },
    {
      key: "outcome",
      title: t("dispute.outcome"),
      line: true,
      cell: (row) => <Outcome row={row} />,
    },
    {
      key: "act",
      title: "",
      end: true,
      cell: (row) =>
        row.outcome === null &&
        onResolve && (
          <Button
            size="small"
            aria-label={`${t("dispute.resolve")} ${row.alias}`}
            onClick={() => {
              onResolve(row);
            }}
          >
            {t("dispute.resolve")}
          </Button>
        ),
    },
  ];
}

function Outcome({ row }: { row: Dispute }) {
  const { t } = useTranslation();
  if (row.outcome === null) return <Tag tone="act">{t("dispute.open")}</Tag>;
  return (
    <span>
      <Tag tone="done">{t(`dispute.${row.outcome}`)}</Tag>
      <small>
        {row.reason} · {row.resolved_by} {row.resolved_at && dayOf(row.resolved_at)}
      </small>
    </span>
  );
}
