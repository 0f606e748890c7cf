/** A buyer takes an adoption back before the harvest begins: the order is cancelled, all of it refunded. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows";

import { orderAdoptions } from "../../queries/adoption/order-adoptions";
import { refuse } from "../../refuse";
import { beginMoneyMove } from "../order/move-money";
import { underOrderLock } from "../order/order-lock";

interface CancelInput {
  order_id: string;
  by: string;
  /** ISO instant. */
  now: string;
}

// No undo: money that was given back stays given back. Asked again, it is told that it is too late.
const cancelAdoptionStep = createStep(
  "cancel-adoption",
  async ({ order_id, by, now }: CancelInput, { container }) => {
    await underOrderLock(container, order_id, async () => {
      const { adoptions, cancellable } = await orderAdoptions(container, order_id, new Date(now));
      if (adoptions.length === 0) throw refuse("not_found");
      if (!cancellable) throw refuse("adoption_too_late");
      const end = await beginMoneyMove(container, order_id);
      try {
        await cancelOrderWorkflow(container).run({ input: { order_id, canceled_by: by } });
      } finally {
        await end();
      }
    });
    return new StepResponse({ order_id });
  },
);

/** Cancels an adoption. */
export const cancelAdoptionWorkflow = createWorkflow("cancel-adoption", (input: CancelInput) => {
  return new WorkflowResponse(cancelAdoptionStep(input));
});
