/** A buyer asks to send goods back; the operator receives them in Medusa's dashboard and refunds. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import {
  beginReturnOrderWorkflow,
  cancelReturnRequestWorkflow,
  confirmReturnRequestWorkflow,
  requestItemReturnWorkflow,
} from "@medusajs/medusa/core-flows";

import { orderFacts } from "../../queries/order/order-facts";
import { returnableOf } from "../../queries/order/order-states";
import { refuse } from "../../refuse";
import { BUYER } from "./open-changes";
import { underOrderLock } from "./order-lock";

interface ReturnInput {
  order_id: string;
  items: { order_line_id: string; quantity: number }[];
  reason?: string;
}

const requestReturnStep = createStep(
  "request-return",
  async (input: ReturnInput, { container }) => {
    const return_id = await underOrderLock(container, input.order_id, async () => {
      const items = await itemsToReturn(container, input);
      const location_id = await findLocation(container);
      const { result: change } = await beginReturnOrderWorkflow(container).run({
        input: { order_id: input.order_id, created_by: BUYER, location_id },
      });
      const { return_id: begun } = change;
      if (!begun) throw new Error("a return has begun without an id");
      try {
        await requestItemReturnWorkflow(container).run({
          input: {
            return_id: begun,
            items: items.map((item) => ({
              ...item,
              ...(input.reason ? { note: input.reason } : {}),
            })),
          },
        });
        await confirmReturnRequestWorkflow(container).run({
          input: { return_id: begun, confirmed_by: BUYER },
        });
      } catch (error) {
        // An open change would keep the order from every other one.
        await cancelReturnRequestWorkflow(container).run({
          input: { return_id: begun },
          throwOnError: false,
        });
        throw error;
      }
      return begun;
    });
    return new StepResponse({ return_id });
  },
);

/**
 * @throws refusal `not_found` for a strange line, `return_too_many` for more than was shipped and not yet returned
 */
async function itemsToReturn(container: MedusaContainer, { order_id, items }: ReturnInput) {
  const [order] = await orderFacts(container, [order_id]);
  if (!order || order.status === "canceled") throw refuse(order ? "state_conflict" : "not_found");
  const wanted = new Map<string, number>();
  for (const item of items)
    wanted.set(item.order_line_id, (wanted.get(item.order_line_id) ?? 0) + item.quantity);
  return [...wanted].map(([id, quantity]) => {
    const line = order.lines.find((one) => one.id === id);
    if (!line) throw refuse("not_found", { field: "items" });
    const left = returnableOf(line);
    if (quantity > left) throw refuse("return_too_many", { order_line_id: id, left });
    return { id, quantity };
  });
}

/** Where returned goods arrive; without it the operator could not receive them. */
async function findLocation(container: MedusaContainer): Promise<string> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { id: string }[] }>(
    `select default_location_id id from store where deleted_at is null and default_location_id is not null limit 1`,
  );
  const [location] = found.rows;
  if (!location) throw refuse("not_ready");
  return location.id;
}

/** Files a return request. */
export const requestReturnWorkflow = createWorkflow("request-return", (input: ReturnInput) => {
  return new WorkflowResponse(requestReturnStep(input));
});
