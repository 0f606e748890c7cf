/** An order was placed: freeze its attribution, and post what was captured with it. */
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";

import { creditPlacedOrderWorkflow } from "../workflows/income/credit-placed-order";

export default async function freezeSale({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await creditPlacedOrderWorkflow(container).run({ input: { order_id: event.data.id } });
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "freeze-sale" },
};
