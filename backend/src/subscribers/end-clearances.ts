/** An order was placed: it may have taken the last unit of a clearance. The job finds what this misses. */
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";

import { endClearancesWorkflow } from "../workflows/clearance/end-clearances";

export default async function endClearances({
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await endClearancesWorkflow(container).run({ input: { now: new Date().toISOString() } });
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "end-clearances" },
};
