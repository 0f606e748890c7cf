/** The summary taken away: as a file for a spreadsheet, or on paper. */
import type { Reply, SummaryRow } from "@yigou/backend/contract";
import { fenToYuan } from "@yigou/backend/contract/fen";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { csvOf, saveText } from "../../lib/csv";
import { Icon } from "../../ui/icons";

import type { Group } from "./drill";
import { useRowLabel } from "./row-label";
import { creditedOf } from "./summary-table";

type SummaryActionsProps = Reply<"GET /official/income/summary"> & {
  group: Group;
  from: string;
  to: string;
};

/** Export and print. */
export function SummaryActions({ rows, total, group, from, to }: SummaryActionsProps) {
  const { t } = useTranslation();
  const label = useRowLabel(group);
  const lineOf = (name: string, row: SummaryRow) => [
    name,
    row.households,
    row.credits,
    ...[
      creditedOf(row),
      row.expected_fen,
      row.earned_fen,
      row.settled_fen,
      row.paid_fen,
      row.confirmed_fen,
      row.reversed_fen,
    ].map(fenToYuan),
  ];
  const save = () => {
    const head = [
      t(`group.${group}`),
      t("income.households"),
      t("income.credits"),
      t("income.creditedYuan"),
      t("state.expected"),
      t("state.earned"),
      t("state.settled"),
      t("state.paid"),
      t("state.confirmed"),
      t("income.reversed"),
    ];
    const lines = rows.map((row) => lineOf(label(row), row));
    const text = csvOf([head, ...lines, lineOf(t("income.total"), total)]);
    saveText(`${t("income.title")}-${t(`group.${group}`)}-${from}-${to}.csv`, text);
  };
  return (
    <>
      <Button icon={<Icon name="download" />} onClick={save}>
        {t("action.export")}
      </Button>
      <Button
        icon={<Icon name="print" />}
        onClick={() => {
          window.print();
        }}
      >
        {t("action.print")}
      </Button>
    </>
  );
}
