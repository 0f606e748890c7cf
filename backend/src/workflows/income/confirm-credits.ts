/** The household confirms that money arrived; the cadre who witnesses it is on record. */
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";

import { moveCreditsStep, type MoveCreditsInput } from "./move-credits";

/** What a household confirms. */
export interface ConfirmCreditsInput {
  household_id: string;
  credit_ids: string[];
  official_id: string;
  /** ISO instant. */
  at: string;
}

function moveOf({
  household_id,
  credit_ids,
  official_id,
  at,
}: ConfirmCreditsInput): MoveCreditsInput {
  return {
    move: {
      key: `confirm:${household_id}:${at}`,
      kind: "confirm",
      from: "paid",
      to: "confirmed",
      at,
      order_id: null,
      cause: "household_confirmed",
      facts: { household_id, official_id },
    },
    filter: { household_id, credit_ids },
  };
}

/** Moves paid credits to confirmed. */
export const confirmCreditsWorkflow = createWorkflow(
  "confirm-credits",
  (input: ConfirmCreditsInput) => {
    return new WorkflowResponse(moveCreditsStep(transform(input, moveOf)));
  },
);
