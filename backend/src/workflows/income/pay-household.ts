/** The cooperative paid a household: what was settled becomes paid, with the bank's voucher. */
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";

import type { Fen } from "../../contract/fen";
import { moveCreditsStep, type MoveCreditsInput } from "./move-credits";

/** A transfer to a household. */
export interface PayHouseholdInput {
  cooperative_id: string;
  household_id: string;
  /** Must equal what is payable. */
  amount_fen: Fen;
  bank: string;
  reference: string;
  paid_on: string;
  /** ISO instant of the entry. */
  at: string;
}

function moveOf(input: PayHouseholdInput): MoveCreditsInput {
  const { cooperative_id, household_id, amount_fen, bank, reference, paid_on, at } = input;
  return {
    move: {
      // The bank's reference names the transfer: booking the same voucher twice changes nothing.
      key: `pay:${cooperative_id}:${reference}`,
      kind: "pay",
      from: "settled",
      to: "paid",
      at,
      order_id: null,
      cause: "transfer_voucher",
      facts: { cooperative_id, household_id, amount_fen, bank, reference, paid_on },
    },
    filter: { cooperative_id, household_id },
    expected_fen: amount_fen,
  };
}

/** Books a transfer of everything that is payable to one household. */
export const payHouseholdWorkflow = createWorkflow("pay-household", (input: PayHouseholdInput) => {
  return new WorkflowResponse(moveCreditsStep(transform(input, moveOf)));
});
