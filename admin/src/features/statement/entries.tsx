/** The book: every credit, reversal and move with its transaction number. */
import type { Entry, Statement } from "@yigou/backend/contract";
import type { TFunction } from "i18next";
import { Link } from "react-router";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { dayOf } from "../../lib/days";
import { useSession } from "../../lib/session";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Money } from "../../ui/money";

interface EntriesProps {
  subject: Statement["subject"];
  entries: readonly Entry[];
}

/** A page of the book; an official's numbers lead to the evidence. */
export function Entries({ subject, entries }: EntriesProps) {
  const { t } = useTranslation();
  const isOfficial = useSession()?.actor === "official";
  const rows = entries.map((entry, index) => ({ ...entry, index }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    {
      key: "seq",
      title: t("statement.seq"),
      cell: (row) =>
        isOfficial ? <Link to={`/official/transactions/${row.seq}`}>{row.seq}</Link> : row.seq,
    },
    {
      key: "day",
      title: t("statement.day"),
      cell: (row) => <span className="day-text">{dayOf(row.occurred_at)}</span>,
    },
    {
      key: "what",
      title: t("statement.what"),
      lead: true,
      cell: (row) => (
        <span>
          {headOf(row, t)}
          <small>{detailOf(row, subject, t)}</small>
        </span>
      ),
    },
    {
      key: "amount",
      title: t("statement.amount"),
      end: true,
      cell: (row) =>
        row.amount_fen !== 0 && (
          <b>
            <Money fen={row.amount_fen} sign={false} />
          </b>
        ),
    },
  ];
  if (subject !== "order") {
    columns.push(
      {
        key: "moved",
        title: t("statement.moved"),
        end: true,
        cell: (row) => row.moved_fen !== 0 && <Money fen={row.moved_fen} sign={false} />,
      },
      {
        key: "balance",
        title: t("statement.balance"),
        end: true,
        cell: (row) => row.balance_fen !== null && <Money fen={row.balance_fen} sign={false} />,
      },
    );
  }
  return (
    <div className="scroll">
      <DataTable
        caption={t("statement.entries")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.index)}
      />
    </div>
  );
}

/** "货款到账 · 赣南脐橙 × 2". */
function headOf(row: Entry, t: TFunction): string {
  const kind = hasWord("ledgerKind", row.kind) ? t(`ledgerKind.${row.kind}`) : row.kind;
  const { cause, account, category } = row;
  const isBack = row.kind === "refund" || row.kind === "claim";
  const why = isBack && cause !== null && hasWord("cause", cause);
  const what = account !== null && hasWord("ledgerAccount", account);
  const parts = [
    kind,
    why ? t(`cause.${cause}`) : null,
    what ? t(`ledgerAccount.${account}`) : null,
    row.goods ??
      (category !== null && hasWord("category", category) ? t(`category.${category}`) : null),
  ];
  return parts.filter(Boolean).join(" · ");
}

function detailOf(row: Entry, subject: Statement["subject"], t: TFunction): string {
  const state = row.to_state ?? row.from_state;
  const parts = [
    row.order_display_id !== null && subject !== "order"
      ? t("statement.orderNo", { n: row.order_display_id })
      : null,
    row.lot_code !== null ? t("statement.lot", { code: row.lot_code }) : null,
    row.counterpart,
    state !== null && hasWord("state", state) ? t(`state.${state}`) : null,
    row.voucher !== null ? t("statement.voucher", { text: row.voucher }) : null,
    row.taken_by !== null
      ? t("recipient.takes", { relation: t(`relation.${row.taken_by}`) })
      : null,
    row.reverses_seq !== null ? t("statement.reverses", { seq: row.reverses_seq }) : null,
    row.corrects !== null ? t("statement.corrects", { month: row.corrects }) : null,
  ];
  return parts.filter(Boolean).join(" · ");
}
