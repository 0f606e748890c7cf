/** The two halves of a pair: what the bank says, and what the ledger says. */
import type { Reply } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { LineTag } from "../../ui/settlement-tag";

/** One pair, or one half. */
export type Comparison = Reply<"GET /cooperative/reconciliation">["comparisons"][number];
/** A row of the bank. */
export type BankRow = NonNullable<Comparison["row"]>;

/** What the bank says. */
export function BankSide({ row }: { row: BankRow }) {
  const { t } = useTranslation();
  return (
    <span>
      <b>{row.booked_on}</b> {row.payee_masked}{" "}
      {row.last4 && <span className="sub">{t("reconcile.tail", { last4: row.last4 })}</span>}
      <small>
        {[row.remark, row.serial, row.in_fen > 0 ? t("reconcile.cameBack") : null]
          .filter(Boolean)
          .join(" · ")}
      </small>
    </span>
  );
}

/** What the ledger says. */
export function LedgerSide({ line }: { line: NonNullable<Comparison["line"]> }) {
  const { t } = useTranslation();
  const waits = line.state === "pending";
  return (
    <span>
      <Link to={`/cooperative/settlements/${line.settlement_id}`}>{line.settlement_number}</Link>{" "}
      {line.alias ?? t("reconcile.many", { n: line.lines })}{" "}
      {line.state && <LineTag state={line.state} />}
      <small>
        {[line.payee_masked, line.card_masked, line.paid_on].filter(Boolean).join(" · ")}
        {waits && ` ${t("reconcile.notBooked")}`}
      </small>
    </span>
  );
}
