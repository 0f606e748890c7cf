/** The two columns of a year beside each other; they are never added up. */
import type { Reply } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Grade } from "../../ui/grade";
import { Money } from "../../ui/money";

/** A household's income of a year. */
export type Year = Reply<"GET /official/households/:id/years/:year">;

const ROWS = [
  "wage",
  "business_gross",
  "business_cost",
  "property",
  "transfer",
  "net",
  "net_per_head",
  "uncounted",
] as const;
type Row = (typeof ROWS)[number];

/** Which reason belongs to which row. */
const REASON: Partial<Record<Row, keyof Year["versions"][number]["reasons"]>> = {
  wage: "wage",
  business_gross: "business",
  property: "property",
  transfer: "transfer",
};

/** The table. */
export function YearColumns({ year }: { year: Year }) {
  const { t } = useTranslation();
  const [newest] = year.versions;
  const isTotal = (row: Row) => row === "net" || row === "net_per_head";
  const columns: Column<Row>[] = [
    {
      key: "category",
      title: t("verified.category"),
      lead: true,
      cell: (row) => (isTotal(row) ? <b>{t(`verified.${row}`)}</b> : t(`verified.${row}`)),
    },
    {
      key: "platform",
      title: t("verified.platform"),
      end: true,
      line: true,
      cell: (row) => <Figure figure={year.platform[row]} isStrong={isTotal(row)} />,
    },
    {
      key: "found",
      title: t("verified.found"),
      end: true,
      line: true,
      cell: (row) =>
        year.verified ? (
          <Figure figure={year.verified[row]} isStrong={isTotal(row)} />
        ) : (
          <span className="sub">{t("verified.none")}</span>
        ),
    },
    {
      key: "difference",
      title: t("verified.difference"),
      line: true,
      cell: (row) => {
        const category = REASON[row];
        return category ? (newest?.reasons[category] ?? "") : "";
      },
    },
  ];
  return (
    <DataTable caption={t("verified.title")} columns={columns} rows={ROWS} rowKey={(row) => row} />
  );
}

interface FigureProps {
  figure: Year["platform"]["business_cost"] | NonNullable<Year["verified"]>["business_cost"];
  isStrong: boolean;
}

function Figure({ figure, isStrong }: FigureProps) {
  const { t } = useTranslation();
  if (figure === null) return <span className="sub">{t("verified.unseen")}</span>;
  const money = <Money fen={figure.fen} sign={false} quiet />;
  return (
    <span>
      {isStrong ? <b>{money}</b> : money} <Grade grade={figure.grade} />
    </span>
  );
}
