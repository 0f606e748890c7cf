/** Again and again: messages that the SMS provider has not taken yet. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { deliverMessagesWorkflow } from "../workflows/sms/deliver-messages";

export default async function deliverMessages(container: MedusaContainer): Promise<void> {
  await deliverMessagesWorkflow(container).run({ input: { limit: 20, id: null } });
}

export const config = {
  name: "deliver-messages",
  schedule: { interval: env.YIGOU_SWEEP_S * 1000 },
};
