/** The months of a county: what moved in each, which are closed, and the closing of the next. */
import type { Reply } from "@yigou/backend/contract";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { scopeOf } from "../../lib/divisions";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Empty, Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";

import { CloseDialog } from "./close-dialog";
import { instantText } from "./instant";
import { useMonthName } from "./month-name";
import { FIGURES } from "./period-figures";
import { PeriodState } from "./period-state";

type Periods = Reply<"GET /official/periods">;
/** One month of the list. */
export type Period = Periods["periods"][number];

/** The page. */
export function Periods() {
  const { t } = useTranslation();
  const { get, change } = useAddressState();
  const tree = useRead("GET /official/divisions", {}).data?.divisions ?? [];
  const counties = tree.filter((one) => one.level === "county");
  const isCity = tree.some((one) => one.level === "city");
  const county_code = get("county_code") ?? (isCity ? firstOf(counties.map(scopeOf)) : undefined);
  const wanted = tree.length > 0 && (!isCity || county_code !== undefined);
  const query = useRead("GET /official/periods", { query: { county_code } }, wanted);
  const [closing, setClosing] = useState<Period | null>(null);
  return (
    <>
      <PageHead title={t("periods.title")} note={t("periods.note")} />
      {isCity && (
        <div className="filters">
          <Select
            aria-label={t("periods.county")}
            value={county_code}
            placeholder={t("periods.chooseCounty")}
            options={counties.map((one) => ({ value: scopeOf(one), label: one.name }))}
            onChange={(next) => {
              change({ county_code: next });
            }}
            popupMatchSelectWidth={false}
            virtual={false}
            style={{ minWidth: 180 }}
          />
        </div>
      )}
      <Loaded
        query={query}
        isEmpty={({ periods }) => periods.length === 0}
        empty={<Empty title={t("periods.none")} hint={t("periods.noneHint")} />}
      >
        {(found) => <Table found={found} onClose={setClosing} />}
      </Loaded>
      {closing && query.data && (
        <CloseDialog
          period={closing}
          county_code={query.data.county_code}
          onClose={() => {
            setClosing(null);
          }}
        />
      )}
    </>
  );
}

function firstOf(codes: readonly string[]): string | undefined {
  return codes[0];
}

function Table({ found, onClose }: { found: Periods; onClose: (period: Period) => void }) {
  const { t } = useTranslation();
  const columns = useColumns(found, onClose);
  return (
    <div className="scroll">
      <DataTable
        caption={`${found.county_name} · ${t("periods.title")}`}
        columns={columns}
        rows={found.periods}
        rowKey={(row) => row.month}
        rowTo={(row) =>
          row.totals === null
            ? undefined
            : `/official/periods/${row.month}?county_code=${found.county_code}`
        }
      />
    </div>
  );
}

function useColumns(found: Periods, onClose: (period: Period) => void): Column<Period>[] {
  const { t } = useTranslation();
  const monthName = useMonthName();
  const hasFigures = found.periods.some((one) => one.totals !== null);
  const figures = FIGURES.map(([name, key]): Column<Period> => ({
    key,
    title: t(`periods.${name}`),
    end: true,
    cell: (row) => row.totals && <Money fen={row.totals[key]} sign={false} quiet />,
  }));
  return [
    { key: "month", title: t("periods.month"), lead: true, cell: (row) => monthName(row.month) },
    {
      key: "state",
      title: t("periods.state"),
      cell: (row) => (
        <span>
          <PeriodState state={row.state} />
          {row.closed_at !== null && (
            <small>
              {instantText(row.closed_at)} {t("periods.closedBy", { name: row.closed_by ?? "" })}
            </small>
          )}
        </span>
      ),
    },
    ...(hasFigures ? figures : []),
    {
      key: "corrections",
      title: t("periods.corrections"),
      end: true,
      cell: (row) =>
        row.corrections > 0 ? t("periods.correctionsOf", { n: row.corrections }) : "—",
    },
    {
      key: "close",
      title: "",
      end: true,
      cell: (row) =>
        row.state === "open" &&
        found.may_close && (
          <Button
            size="small"
            type={row.closable ? "primary" : "default"}
            disabled={!row.closable}
            title={row.closable ? undefined : t("periods.earlier")}
            onClick={(event) => {
              event.stopPropagation();
              onClose(row);
            }}
          >
            {t("periods.close")}
          </Button>
        ),
    },
  ];
}
