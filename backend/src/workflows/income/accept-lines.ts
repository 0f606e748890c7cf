/** Delivered and accepted: expected income of the lines becomes earned. */
import { createHash } from "node:crypto";

import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";

import { moveCreditsStep, type MoveCreditsInput } from "./move-credits";

/** Which lines were accepted; all of the order when none is named. */
export interface AcceptLinesInput {
  order_id: string;
  order_line_ids?: string[];
  /** The delivery that caused it: its id, with the lines, keeps the move from being posted twice. */
  delivery_id: string;
  /** ISO instant of the acceptance; the return window runs from it. */
  at: string;
}

// A parcel's lines arrive as a whole, with its last parcel: what a parcel accepts the second time may be more.
function keyOf({ order_id, order_line_ids, delivery_id }: AcceptLinesInput): string {
  const key = `accept:${order_id}:${delivery_id}`;
  if (!order_line_ids) return key;
  const lines = createHash("sha256").update(JSON.stringify([...order_line_ids].sort()));
  return `${key}:${lines.digest("hex").slice(0, 16)}`;
}

function moveOf(input: AcceptLinesInput): MoveCreditsInput {
  const { order_id, order_line_ids, delivery_id, at } = input;
  return {
    move: {
      key: keyOf(input),
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
