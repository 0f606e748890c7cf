/** Delivered and accepted: expected income of the lines becomes earned. */
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";

import { moveCreditsStep, type MoveCreditsInput } from "./move-credits";

/** Which lines were accepted; all of the order when none is named. */
export interface AcceptLinesInput {
  order_id: string;
  order_line_ids?: string[];
  /** The delivery that caused it: its id keeps the move from being posted twice. */
  delivery_id: string;
  /** ISO instant of the acceptance; the return window runs from it. */
  at: string;
}

function moveOf({ order_id, order_line_ids, delivery_id, at }: AcceptLinesInput): MoveCreditsInput {
  return {
    move: {
      key: `accept:${order_id}:${delivery_id}`,
      kind: "accept",
      from: "expected",
      to: "earned",
      at,
      order_id,
      cause: "delivered",
      facts: { delivery_id },
    },
    filter: { order_id, ...(order_line_ids ? { order_line_ids } : {}) },
  };
}

/** Moves the credits of accepted lines from expected to earned. */
export const acceptLinesWorkflow = createWorkflow("accept-lines", (input: AcceptLinesInput) => {
  return new WorkflowResponse(moveCreditsStep(transform(input, moveOf)));
});
