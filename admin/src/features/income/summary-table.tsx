/** The summary as a table; each row leads on. */
import type { Fen, SummaryRow } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Money } from "../../ui/money";

import type { Group } from "./drill";
import { useRowLabel } from "./row-label";

/** Settled, paid and confirmed: what counts in public totals. */
export function creditedOf(row: SummaryRow): Fen {
  return row.settled_fen + row.paid_fen + row.confirmed_fen;
}

interface SummaryTableProps {
  rows: readonly SummaryRow[];
  total: SummaryRow;
  group: Group;
  toRow: (key: string) => string;
}

/** The table with its total. */
export function SummaryTable({ rows, total, group, toRow }: SummaryTableProps) {
  const { t } = useTranslation();
  const label = useRowLabel(group);
  const money = (
    key: string,
    title: string,
    of: (row: SummaryRow) => Fen,
    strong = false,
  ): Column<SummaryRow> => {
    const cell = (row: SummaryRow) => <Money fen={of(row)} sign={false} quiet />;
    return {
      key,
      title,
      end: true,
      line: strong,
      cell: (row) => (strong ? <b>{cell(row)}</b> : cell(row)),
      foot: cell(total),
    };
  };
  const columns: Column<SummaryRow>[] = [
    {
      key: "label",
      title: t(`group.${group}`),
      lead: true,
      cell: label,
      foot: t("income.total"),
    },
    {
      key: "households",
      title: t("income.households"),
      end: true,
      cell: (row) => row.households,
      foot: total.households,
    },
    {
      key: "credits",
      title: t("income.credits"),
      end: true,
      cell: (row) => row.credits,
      foot: total.credits,
    },
    money("credited", t("income.creditedYuan"), creditedOf, true),
    money("expected", t("state.expected"), (row) => row.expected_fen),
    money("earned", t("state.earned"), (row) => row.earned_fen),
    money("settled", t("state.settled"), (row) => row.settled_fen),
    money("paid", t("state.paid"), (row) => row.paid_fen),
    money("confirmed", t("state.confirmed"), (row) => row.confirmed_fen),
    money("reversed", t("income.reversed"), (row) => row.reversed_fen),
  ];
  return (
    <div className="scroll">
      <DataTable
        caption={t("income.title")}
        columns={columns.filter(({ key }) => group !== "household" || key !== "households")}
        rows={rows}
        rowKey={(row) => row.key}
        rowTo={(row) => toRow(row.key)}
      />
    </div>
  );
}
