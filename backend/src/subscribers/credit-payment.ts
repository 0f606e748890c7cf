/** Money came or went: post it at once. A lost event is found by the sweep. */
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";

import { creditOrderWorkflow } from "../workflows/income/credit-order";

export default async function creditPayment({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await creditOrderWorkflow(container).run({ input: { payment_id: event.data.id } });
}

export const config: SubscriberConfig = {
  event: ["payment.captured", "payment.refunded"],
  context: { subscriberId: "credit-payment" },
};
