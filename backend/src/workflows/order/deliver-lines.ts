/** A cooperative's parcels have arrived: delivered in Medusa, and the households' income of the lines is earned. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { markOrderFulfillmentAsDeliveredWorkflow } from "@medusajs/medusa/core-flows";

import { partsOfLines } from "../../queries/income/delivered-lines";
import { orderFacts } from "../../queries/order/order-facts";
import { refuse } from "../../refuse";
import { acceptLinesWorkflow } from "../income/accept-lines";
import { underOrderLock } from "./order-lock";

interface DeliverInput {
  order_id: string;
  cooperative_id: string;
  /** Only parcels that hold one of these lines; all that have left when it is not given. */
  order_line_ids?: string[];
  /** ISO instant; the return window runs from it. */
  at: string;
}

// No undo: a delivery is a fact. Run again, it goes on where it stopped.
const deliverLinesStep = createStep("deliver-lines", async (input: DeliverInput, { container }) => {
  const { order_id, cooperative_id, at } = input;
  const delivered = await underOrderLock(container, order_id, async () => {
    const before = await ownPart();
    const wanted = input.order_line_ids;
    const shipped = before.parcels.filter(
      (parcel) => parcel.shipped && (!wanted || parcel.line_ids.some((id) => wanted.includes(id))),
    );
    if (shipped.length === 0) throw refuse("state_conflict");
    for (const parcel of shipped.filter((one) => !one.delivered)) {
      await markOrderFulfillmentAsDeliveredWorkflow(container).run({
        input: { orderId: order_id, fulfillmentId: parcel.id },
      });
    }
    const { lines } = await ownPart();
    for (const parcel of shipped) {
      const arrived = lines
        .filter((line) => parcel.line_ids.includes(line.id) && line.delivered >= line.quantity)
        .map((line) => line.id);
      const order_line_ids = await partsOfLines(container, order_id, arrived);
      if (order_line_ids.length === 0) continue;
      await acceptLinesWorkflow(container).run({
        input: { order_id, order_line_ids, delivery_id: parcel.id, at },
      });
    }
    return shipped.length;
  });
  return new StepResponse({ delivered });

  async function ownPart() {
    const [order] = await orderFacts(container, [order_id]);
    const lines = order?.lines.filter((line) => line.cooperative_id === cooperative_id) ?? [];
    if (!order || lines.length === 0) throw refuse("not_found");
    const ids = new Set(lines.map((line) => line.id));
    // A parcel that also holds another seller's goods was packed by the operator, who tells of its arrival.
    const parcels = order.parcels.filter(
      (parcel) => parcel.line_ids.length > 0 && parcel.line_ids.every((id) => ids.has(id)),
    );
    return { lines, parcels };
  }
});

/** Marks a cooperative's own parcels as delivered. */
export const deliverLinesWorkflow = createWorkflow("deliver-lines", (input: DeliverInput) => {
  return new WorkflowResponse(deliverLinesStep(input));
});
