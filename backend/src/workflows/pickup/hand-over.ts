/** A keeper hands an order over for its code: once, and then it counts as delivered and accepted. */
import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { env } from "../../env";
import { codeOf, keyFits, PICKUP_MODULE, type PickupModuleService } from "../../modules/pickup";
import { orderFacts, type OrderFacts } from "../../queries/order/order-facts";
import { ordersAt } from "../../queries/pickup/order-pickup";
import { refuse } from "../../refuse";
import { deliverLinesWorkflow } from "../order/deliver-lines";

interface HandOverInput {
  point_id: string;
  key: string;
  code: string;
  /** ISO instant; the return window runs from it. */
  at: string;
}

// No undo beyond its own: what was handed over is handed over; where the booking fails, the code works again.
const handOverStep = createStep(
  "hand-over",
  async ({ point_id, code, at }: HandOverInput, { container }) => {
    const pickups = container.resolve<PickupModuleService>(PICKUP_MODULE);
    const wanted = (await ordersAt(container, point_id)).find(
      ({ order_id }) => codeOf(env.COOKIE_SECRET, order_id) === code,
    );
    if (!wanted) throw refuse("pickup_code_wrong", { field: "code" });
    const [order] = await orderFacts(container, [wanted.order_id]);
    if (!order) throw refuse("pickup_code_wrong", { field: "code" });
    if (order.lines.some((line) => line.shipped < line.quantity)) throw refuse("pickup_not_here");
    await pickups.handOver(wanted.cart_id);
    try {
      await accept(container, order, at);
    } catch (error) {
      await pickups.undoHandOver(wanted.cart_id);
      throw error;
    }
    return new StepResponse({
      display_id: order.display_id,
      lines: order.lines.map(({ title, variant_title, quantity }) => ({
        title,
        variant_title,
        quantity,
      })),
    });
  },
);

/** All sellers' parcels have arrived with the buyer. */
async function accept(container: MedusaContainer, order: OrderFacts, at: string): Promise<void> {
  const sellers = new Set(order.lines.flatMap((line) => line.cooperative_id ?? []));
  for (const cooperative_id of sellers) {
    await deliverLinesWorkflow(container).run({
      input: { order_id: order.id, cooperative_id, at },
    });
  }
}

/** Hands an order over. */
export const handOverWorkflow = createWorkflow("hand-over", (input: HandOverInput) => {
  return new WorkflowResponse(handOverStep(input));
});

/** Whether somebody is the keeper of a point. @throws refusal `not_found` for a wrong key as for no point */
export async function requireKeeperOf(
  container: MedusaContainer,
  point_id: string,
  key: string,
): Promise<void> {
  const point = await container.resolve<PickupModuleService>(PICKUP_MODULE).find(point_id);
  if (!point || !keyFits(key, point.key_hash)) throw refuse("not_found");
}
