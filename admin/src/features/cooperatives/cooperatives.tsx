/** The cooperatives of the official's area and the decision over their applications. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { dayOf } from "../../lib/days";
import type { Column } from "../../ui/data-table";
import { Empty } from "../../ui/loaded";
import { PageHead } from "../../ui/page-head";
import { ChoiceFilter, PagedTable, usePage } from "../../ui/paged-table";
import { CooperativeTag } from "../../ui/state-tag";

import { DecisionDialog } from "./decision-dialog";

/** One cooperative of the list. */
export type CooperativeRow = Reply<"GET /official/cooperatives">["cooperatives"][number];
/** What is being decided. */
export interface Decision {
  cooperative: CooperativeRow;
  decision: "approve" | "refuse";
}

const STATUSES = ["applied", "approved", "refused", "suspended"] as const;

/** List and decision. */
export function Cooperatives() {
  const { t } = useTranslation();
  const { get } = useAddressState();
  const page = usePage();
  const [decision, setDecision] = useState<Decision | null>(null);
  const status = STATUSES.find((one) => one === get("status"));
  const query = useRead("GET /official/cooperatives", {
    query: { status, ...page },
  });
  const columns = useColumns(setDecision);
  return (
    <>
      <PageHead title={t("nav.approvals")} note={t("approval.note")} />
      <ChoiceFilter
        name="status"
        label={t("approval.status")}
        value={status ?? ""}
        options={[
          { value: "", label: t("list.all") },
          ...STATUSES.map((one) => ({ value: one, label: t(`cooperative.${one}`) })),
        ]}
      />
      <PagedTable
        query={query}
        rowsOf={(data) => data.cooperatives}
        empty={<Empty title={t("approval.none")} hint={t("approval.noneHint")} />}
        caption={t("nav.approvals")}
        columns={columns}
        rowKey={(row) => row.id}
      />
      {decision && (
        <DecisionDialog
          {...decision}
          onClose={() => {
            setDecision(null);
          }}
        />
      )}
    </>
  );
}

function useColumns(onDecide: (decision: Decision) => void): Column<CooperativeRow>[] {
  const { t } = useTranslation();
  return [
    { key: "name", title: t("approval.name"), lead: true, cell: (row) => <b>{row.name}</b> },
    { key: "division", title: t("household.division"), cell: (row) => row.division_name },
    { key: "license", title: t("apply.license"), cell: (row) => row.license_no },
    { key: "contact", title: t("apply.contact"), cell: (row) => row.contact_name },
    { key: "applied", title: t("approval.appliedOn"), cell: (row) => dayOf(row.applied_at) },
    {
      key: "status",
      title: t("approval.status"),
      cell: (row) => (
        <span>
          <CooperativeTag status={row.status} />
          {row.decided_at && <small>{dayOf(row.decided_at)}</small>}
        </span>
      ),
    },
    {
      key: "act",
      title: "",
      end: true,
      cell: (row) => row.status === "applied" && <Decide row={row} onDecide={onDecide} />,
    },
  ];
}

interface DecideProps {
  row: CooperativeRow;
  onDecide: (decision: Decision) => void;
}

function Decide({ row, onDecide }: DecideProps) {
  const { t } = useTranslation();
  return (
    <span className="row-acts">
      {(["approve", "refuse"] as const).map((decision) => (
        <Button
          key={decision}
          size="small"
          type={decision === "approve" ? "primary" : "default"}
          aria-label={`${t(`approval.${decision}`)} ${row.name}`}
          onClick={() => {
            onDecide({ cooperative: row, decision });
          }}
        >
          {t(`approval.${decision}`)}
        </Button>
      ))}
    </span>
  );
}
