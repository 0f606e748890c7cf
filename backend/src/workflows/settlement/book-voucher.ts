/** A transfer as the bank's voucher shows it: its lines are marked first, then posted line by line. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { failpoint } from "../../failpoints";
import { dayInShanghai } from "../../modules/rules";
import {
  SETTLEMENT_MODULE,
  type NewVoucher,
  type SettlementModuleService,
} from "../../modules/settlement";
import { refuse } from "../../refuse";
import { holdLines } from "./hold-lines";

const bookVoucherStep = createStep("book-voucher", async (voucher: NewVoucher, { container }) => {
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
  const head = await settlements.head(voucher.cooperative_id, voucher.settlement_id);
  if (voucher.paid_on > dayInShanghai(new Date(voucher.at)))
    throw refuse("invalid_input", {
      field: "paid_on",
      reason: "not in the future",
      reason_zh: "不能晚于今天",
    });
  if (voucher.file_id && !(await settlements.ownsFile(voucher.cooperative_id, voucher.file_id)))
    throw refuse("not_found");
  const known = await settlements.knownVoucher(voucher);
  // NOTE: no undo. A voucher that is written is booked, now or by the sweep; one that came back is returned.
  if (known) return new StepResponse(known);
  const lines = await settlements.pending(voucher.settlement_id, voucher.line_ids);
  await holdLines(container, lines, head.status === "exported");
  failpoint("settlement:held");
  const id = await settlements.voucher(voucher);
  failpoint("settlement:voucher-written");
  return new StepResponse(id);
});

/** Writes a voucher; `book-lines` posts what it pays. Answers the voucher's id. */
export const bookVoucherWorkflow = createWorkflow("book-voucher", (input: NewVoucher) => {
  return new WorkflowResponse(bookVoucherStep(input));
});
