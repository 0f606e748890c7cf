/** An order was placed: its trees get their numbers. The job finds what this misses. */
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";

import { assignTreesWorkflow } from "../workflows/adoption/assign-trees";

export default async function assignTrees({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await assignTreesWorkflow(container).run({ input: { order_id: event.data.id } });
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "assign-trees" },
};
