/** What of a household's income can be paid out now. */
import type { Fen, Reply } from "@yigou/backend/contract";

/** What is owed to one household. */
export type Payable = Reply<"GET /cooperative/payables">["payables"][number];

/** What stands in a settlement is paid by that, and what waits for a complaint not before that is closed. */
export function payableNow({ settled_fen, in_settlement_fen, under_complaint_fen }: Payable): Fen {
  return settled_fen - in_settlement_fen - under_complaint_fen;
}
