/** Postings as a table; each leads to its evidence. */
import type { PostingRow } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { dayOf } from "../../lib/days";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Money } from "../../ui/money";

interface PostingRowsProps {
  postings: readonly PostingRow[];
  total_fen: number;
}

/** The table with the sum of all pages. */
export function PostingRows({ postings, total_fen }: PostingRowsProps) {
  const { t } = useTranslation();
  const rows = postings.map((posting, index) => ({ ...posting, index }));
  type Row = (typeof rows)[number];
  const kindOf = ({ kind, cause }: Row) => {
    const name = hasWord("ledgerKind", kind) ? t(`ledgerKind.${kind}`) : kind;
    const why = kind === "refund" && cause !== null && hasWord("cause", cause);
    return why ? `${name} · ${t(`cause.${cause}`)}` : name;
  };
  const accountOf = ({ account, state }: Row) =>
    [
      hasWord("ledgerAccount", account) ? t(`ledgerAccount.${account}`) : account,
      state !== null && hasWord("state", state) ? t(`state.${state}`) : null,
    ]
      .filter(Boolean)
      .join(" · ");
  const columns: Column<Row>[] = [
    { key: "seq", title: t("posting.seq"), cell: (row) => row.seq },
    {
      key: "day",
      title: t("posting.day"),
      cell: (row) => <span className="day-text">{dayOf(row.occurred_at)}</span>,
    },
    { key: "what", title: t("posting.what"), lead: true, cell: kindOf, foot: t("posting.sum") },
    {
      key: "goods",
      title: t("evidence.goods"),
      wide: true,
      cell: (row) => (
        <span>
          {row.goods}
          <small>
            {[
              row.order_display_id === null
                ? null
                : t("statement.orderNo", { n: row.order_display_id }),
              row.lot_code === null ? null : t("statement.lot", { code: row.lot_code }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
        </span>
      ),
    },
    {
      key: "account",
      title: t("posting.account"),
      line: true,
      cell: (row) => (
        <span>
          {accountOf(row)}
          <small>{row.owner}</small>
        </span>
      ),
    },
    {
      key: "whole",
      title: t("posting.whole"),
      end: true,
      cell: (row) => <Money fen={row.amount_fen} sign={false} />,
    },
    {
      key: "share",
      title: t("posting.share"),
      end: true,
      cell: (row) => (
        <b>
          <Money fen={row.share_fen} sign={false} />
        </b>
      ),
      foot: <Money fen={total_fen} sign={false} />,
    },
  ];
  return (
    <div className="scroll">
      <DataTable
        caption={t("posting.title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.index)}
        rowTo={(row) => `/official/transactions/${row.seq}`}
      />
    </div>
  );
}
