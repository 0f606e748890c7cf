/** The return window is over: earned income becomes settled, payable, and public in totals. */
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";

import { moveCreditsStep, type MoveCreditsInput } from "./move-credits";

/** Until when windows must have ended. */
export interface SettleCreditsInput {
  /** ISO instant: the present for the job, a past one when history is loaded. */
  now: string;
  /** Only this order. */
  order_id?: string;
}

function moveOf({ now, order_id }: SettleCreditsInput): MoveCreditsInput {
  return {
    move: {
      key: `settle:${order_id ?? "all"}:${now}`,
      kind: "settle",
      from: "earned",
      to: "settled",
      at: now,
      order_id: order_id ?? null,
      cause: "return_window_over",
      facts: {},
    },
    filter: { settles_by: now, ...(order_id === undefined ? {} : { order_id }) },
  };
}

/** Moves the credits whose return window is over from earned to settled. */
export const settleCreditsWorkflow = createWorkflow(
  "settle-credits",
  (input: SettleCreditsInput) => {
    return new WorkflowResponse(moveCreditsStep(transform(input, moveOf)));
  },
);
