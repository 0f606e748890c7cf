/** The cooperative's lots: labels to print, test reports to record. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import type { Column } from "../../ui/data-table";
import { Empty } from "../../ui/loaded";
import { PageHead } from "../../ui/page-head";
import { PagedTable, usePage } from "../../ui/paged-table";
import { PrintButton } from "../../ui/print-button";

import { OriginTag } from "./origin-tag";
import { ReportDialog } from "./report-dialog";

/** One lot. */
export type OwnLot = Reply<"GET /cooperative/lots">["lots"][number];

/** The list, the last recorded first. */
export function OwnLots() {
  const { t } = useTranslation();
  const [reporting, setReporting] = useState<OwnLot | null>(null);
  const query = useRead("GET /cooperative/lots", {
    query: usePage(),
  });
  const columns: Column<OwnLot>[] = [
    {
      key: "goods",
      title: t("lot.goods"),
      lead: true,
      cell: (row) => (
        <span>
          <b>{row.titles.join(t("list.comma"))}</b>
          <small>
            {t("lot.name")} {row.name} · {row.code.replace(/(.{4})(?=.)/g, "$1-")}
          </small>
        </span>
      ),
    },
    { key: "harvested", title: t("lot.harvested"), cell: (row) => row.harvested_on },
    {
      key: "weight",
      title: t("lot.weight"),
      end: true,
      cell: (row) => Math.round(row.weight_g / 500).toLocaleString("en"),
    },
    { key: "reports", title: t("lot.reports"), end: true, cell: (row) => row.reports.length },
    { key: "origin", title: t("lot.origin"), cell: (row) => <OriginTag dispute={row.dispute} /> },
    {
      key: "act",
      title: "",
      cell: (row) => (
        <span style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
          <PrintButton
            paper="GET /cooperative/lots/:id/label"
            input={{ params: { id: row.id } }}
            label={t("lot.label")}
          />
          <Button
            onClick={() => {
              setReporting(row);
            }}
          >
            {t("lot.report")}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHead title={t("lot.nav")} note={t("lot.note")} />
      <PagedTable
        query={query}
        rowsOf={({ lots }) => lots}
        empty={<Empty title={t("lot.none")} hint={t("lot.noneHint")} />}
        caption={t("lot.nav")}
        columns={columns}
        rowKey={(row) => row.id}
      />
      {reporting && (
        <ReportDialog
          lot={reporting}
          onClose={() => {
            setReporting(null);
          }}
        />
      )}
    </>
  );
}
