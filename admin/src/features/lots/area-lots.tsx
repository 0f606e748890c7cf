/** Lots that name households of the official's area, and quarrels over their origin. */
import type { Reply } from "@yigou/backend/contract";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Empty, Loaded } from "../../ui/loaded";
import { PageHead } from "../../ui/page-head";
import { PAGE_SIZE, usePage } from "../../ui/paged-table";
import { Pages } from "../../ui/pages";

import { DenyDialog, ResolveOriginDialog } from "./origin-dialogs";
import { OriginTag } from "./origin-tag";

/** One lot. */
export type AreaLot = Reply<"GET /official/lots">["lots"][number];

const STATES = ["all", "disputed"] as const;

/** The list. */
export function AreaLots() {
  const { t } = useTranslation();
  const { get, change } = useAddressState();
  const [chosen, setChosen] = useState<AreaLot | null>(null);
  const state = STATES.find((one) => one === get("state")) ?? "all";
  const query = useRead("GET /official/lots", {
    query: { state, ...usePage() },
  });
  const close = () => {
    setChosen(null);
  };
  return (
    <>
      <PageHead title={t("lot.areaNav")} note={t("lot.areaNote")} />
      <div className="filters">
        <Segmented
          aria-label={t("lot.origin")}
          value={state}
          options={STATES.map((one) => ({ value: one, label: t(`lot.${one}`) }))}
          onChange={(next) => {
            change({ state: next, page: undefined });
          }}
        />
      </div>
      <Loaded
        query={query}
        isEmpty={({ lots }) => lots.length === 0}
        empty={<Empty title={t("lot.areaNone")} hint={t("lot.areaNoneHint")} />}
      >
        {({ lots, count, may_resolve }) => (
          <>
            <Table lots={lots} mayResolve={may_resolve} onChoose={setChosen} />
            <Pages size={PAGE_SIZE} count={count} />
          </>
        )}
      </Loaded>
      {chosen &&
        (isOpen(chosen) ? (
          <ResolveOriginDialog lot={chosen} onClose={close} />
        ) : (
          <DenyDialog lot={chosen} onClose={close} />
        ))}
    </>
  );
}

function isOpen({ dispute }: AreaLot): boolean {
  return dispute !== null && dispute.outcome === null;
}

interface TableProps {
  lots: readonly AreaLot[];
  mayResolve: boolean;
  onChoose: (lot: AreaLot) => void;
}

function Table({ lots, mayResolve, onChoose }: TableProps) {
  const { t } = useTranslation();
  const columns: Column<AreaLot>[] = [
    {
      key: "goods",
      title: t("lot.goods"),
      lead: true,
      cell: (row) => (
        <span>
          <b>{row.titles.join(t("list.comma"))}</b>
          <small>
            {t("lot.name")} {row.name} · {row.cooperative}
          </small>
        </span>
      ),
    },
    {
      key: "households",
      title: t("lot.households"),
      line: true,
      cell: (row) => row.households.join(t("list.comma")),
    },
    { key: "harvested", title: t("lot.harvested"), cell: (row) => row.harvested_on },
    { key: "origin", title: t("lot.origin"), cell: (row) => <OriginTag dispute={row.dispute} /> },
    {
      key: "act",
      title: "",
      cell: (row) =>
        isOpen(row) && !mayResolve ? null : (
          <Button
            onClick={() => {
              onChoose(row);
            }}
          >
            {t(isOpen(row) ? "lot.resolve" : "lot.dispute")}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("lot.areaNav")}
      columns={columns}
      rows={lots}
      rowKey={(row) => row.code}
    />
  );
}
