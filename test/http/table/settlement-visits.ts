/** Right requests for the routes of settlements and bank statements. */
import { PDF, upload } from "./settlement-facts";
import type { Facts } from "./facts";
import type { Visit } from "./visits";

const STATEMENT = "交易日期,支出金额,收入金额,对方户名,附言\n2026-11-21,1.00,,某人,货款\n";

const at = (path: string) => (): Visit => ({ path });

/** A settlement that stands in the tables only: what would move money is refused for its state. */
export const settlementVisits = {
  "GET /cooperative/settleable": at("/cooperative/settleable"),
  "GET /cooperative/settlements": at("/cooperative/settlements"),
  // Nothing is settled yet: those who may prepare are told so.
  "POST /cooperative/settlements": (): Visit => ({
    path: "/cooperative/settlements",
    sent: { body: {} },
    answers: [409],
  }),
  "GET /cooperative/settlements/:id": ({ settlement_id }: Facts): Visit => ({
    path: `/cooperative/settlements/${settlement_id}`,
  }),
  "GET /cooperative/settlements/:id/lines": ({ settlement_id }: Facts): Visit => ({
    path: `/cooperative/settlements/${settlement_id}/lines`,
  }),
  "POST /cooperative/settlements/:id/steps": ({ settlement_id }: Facts): Visit => ({
    path: `/cooperative/settlements/${settlement_id}/steps`,
    sent: { body: { verb: "approve" } },
    answers: [409],
  }),
  "POST /cooperative/settlements/:id/bank-file": ({ settlement_id }: Facts): Visit => ({
    path: `/cooperative/settlements/${settlement_id}/bank-file`,
    sent: { body: { format: "csv" } },
    answers: [409],
  }),
  "POST /cooperative/settlements/:id/vouchers": ({ settlement_id }: Facts): Visit => ({
    path: `/cooperative/settlements/${settlement_id}/vouchers`,
    sent: {
      body: { amount_fen: 100, bank: "农商行", reference: "PZ-TABLE-2", paid_on: "2026-11-21" },
    },
    answers: [409],
  }),
  "POST /cooperative/settlements/:id/booking": ({ settlement_id }: Facts): Visit => ({
    path: `/cooperative/settlements/${settlement_id}/booking`,
  }),
  "GET /cooperative/settlement-lines/:id": ({ pending_line_id }: Facts): Visit => ({
    path: `/cooperative/settlement-lines/${pending_line_id}`,
  }),
  "POST /cooperative/settlement-lines/:id/fail": ({ paid_line_id }: Facts): Visit => ({
    path: `/cooperative/settlement-lines/${paid_line_id}/fail`,
    sent: { body: { reason: "账号有误" } },
    answers: [409],
  }),
  "POST /cooperative/settlement-lines/:id/return": ({ pending_line_id }: Facts): Visit => ({
    path: `/cooperative/settlement-lines/${pending_line_id}/return`,
    sent: { body: { reason: "户名不符", returned_on: "2026-11-22" } },
    answers: [409],
  }),
  "POST /cooperative/voucher-files": (): Visit => ({
    path: "/cooperative/voucher-files",
    sent: { body: upload(PDF, "voucher.pdf", "application/pdf") },
  }),
  "GET /cooperative/vouchers/:id/file": ({ voucher_id }: Facts): Visit => ({
    path: `/cooperative/vouchers/${voucher_id}/file`,
  }),
  "GET /cooperative/bank-statements": at("/cooperative/bank-statements"),
  "POST /cooperative/bank-statements": (): Visit => ({
    path: "/cooperative/bank-statements",
    sent: { body: upload(STATEMENT, "statement.csv", "text/csv") },
  }),
  "GET /cooperative/reconciliation": at("/cooperative/reconciliation?side=bank"),
  "GET /cooperative/bank-rows/:id/candidates": ({ row_id }: Facts): Visit => ({
    path: `/cooperative/bank-rows/${row_id}/candidates`,
  }),
  // Whoever comes second finds the row answered.
  "POST /cooperative/bank-rows/:id/pairing": ({ row_id, pending_line_id }: Facts): Visit => ({
    path: `/cooperative/bank-rows/${row_id}/pairing`,
    sent: { body: { line_id: pending_line_id, reason: "银行没有带附言" } },
    answers: [200, 409],
  }),
  // Confirmed by the first who may: the second is told so.
  "POST /cooperative/reconciliation/:id/decision": ({ match_id }: Facts): Visit => ({
    path: `/cooperative/reconciliation/${match_id}/decision`,
    sent: { body: { decision: "confirm" } },
    answers: [200, 409],
  }),
  "GET /official/settlements": at("/official/settlements"),
  "GET /official/settlements/:id": ({ settlement_id }: Facts): Visit => ({
    path: `/official/settlements/${settlement_id}`,
  }),
  "GET /official/settlements/:id/lines": ({ settlement_id }: Facts): Visit => ({
    path: `/official/settlements/${settlement_id}/lines`,
  }),
  "GET /official/vouchers/:id/file": ({ voucher_id }: Facts): Visit => ({
    path: `/official/vouchers/${voucher_id}/file`,
  }),
} as const;
