/** The chart of accounts: what each account means, its balance, its movements in the month; zero in all. */
import type { Reply } from "@yigou/backend/contract";
import { creditStates } from "@yigou/backend/contract/words";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Money } from "../../ui/money";
import { Tag } from "../../ui/tag";

import { toAccount } from "./addresses";
import type { Shown } from "./addresses";

type Picture = Reply<"GET /official/money-flow">;
type Line = Picture["accounts"][number];

/** From the buyers to the households and past the others, as money goes. */
const ORDER = [
  "buyers",
  "wages",
  "land_rent",
  "dividend",
  "bonus",
  "household",
  "service",
  "packing",
  "freight",
  "platform",
  "shipping",
  "tax",
  "unattributed",
  "loss_pool",
  "borne",
];

function rankOf({ kind, state }: Line): number {
  const place = ORDER.indexOf(kind);
  const step = creditStates.findIndex((one) => one === state);
  return (place < 0 ? ORDER.length : place) * creditStates.length + Math.max(0, step);
}

interface AccountChartProps {
  accounts: readonly Line[];
  sum_fen: number;
  shown: Shown;
}

/** The chart; each account leads to its postings. */
export function AccountChart({ accounts, sum_fen, shown }: AccountChartProps) {
  const { t } = useTranslation();
  const money = (key: string, title: string, of: (row: Line) => number): Column<Line> => ({
    key,
    title,
    end: true,
    cell: (row) => <Money fen={of(row)} sign={false} quiet />,
  });
  const columns: Column<Line>[] = [
    {
      key: "account",
      title: t("statement.account"),
      lead: true,
      cell: ({ kind, state }) => {
        const name = hasWord("ledgerAccount", kind) ? t(`ledgerAccount.${kind}`) : kind;
        return state === null ? name : `${name} · ${t(`state.${state}`)}`;
      },
      foot: t("flow.sumZero"),
    },
    {
      key: "meaning",
      title: t("flow.meaning"),
      wide: true,
      cell: ({ kind }) => (
        <span className="sub">{hasWord("meaning", kind) ? t(`meaning.${kind}`) : ""}</span>
      ),
      foot: (
        <Tag tone={sum_fen === 0 ? "done" : "act"}>
          {t(sum_fen === 0 ? "flow.balanced" : "flow.unbalanced")}
        </Tag>
      ),
    },
    money("opening", t("statement.opening"), (row) => row.opening_fen),
    money("in", t("statement.in"), (row) => row.in_fen),
    money("moved", t("statement.moved"), (row) => row.moved_fen),
    money("out", t("statement.out"), (row) => row.out_fen),
    {
      ...money("closing", t("statement.closing"), (row) => row.closing_fen),
      foot: <Money fen={sum_fen} sign={false} />,
    },
  ];
  return (
    <section className="box" aria-label={t("flow.chart")}>
      <div className="box-head">
        <h2>{t("flow.chart")}</h2>
        <span>{t("flow.chartNote")}</span>
      </div>
      <div className="scroll">
        <DataTable
          caption={t("flow.chart")}
          columns={columns}
          rows={[...accounts].sort((a, b) => rankOf(a) - rankOf(b))}
          rowKey={({ kind, state }) => `${kind}:${state ?? ""}`}
          rowTo={({ kind, state, postings }) =>
            postings > 0 ? toAccount(shown, kind, state) : undefined
          }
        />
      </div>
    </section>
  );
}
