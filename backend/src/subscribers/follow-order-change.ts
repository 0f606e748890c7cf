/** An order was changed after it was placed: its frozen sale follows. What this misses, the sweep finds. */
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { OrderEditWorkflowEvents, OrderWorkflowEvents } from "@medusajs/framework/utils";

import { amendOrderWorkflow } from "../workflows/income/amend-order";

export default async function followOrderChange({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>): Promise<void> {
  await amendOrderWorkflow(container).run({ input: { order_id: event.data.order_id } });
}

export const config: SubscriberConfig = {
  event: [
    OrderEditWorkflowEvents.CONFIRMED,
    OrderWorkflowEvents.EXCHANGE_CREATED,
    OrderWorkflowEvents.CLAIM_CREATED,
    OrderWorkflowEvents.RETURN_REQUESTED,
    OrderWorkflowEvents.RETURN_RECEIVED,
  ],
  context: { subscriberId: "follow-order-change" },
};
