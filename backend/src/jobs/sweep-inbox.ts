/** Again and again: payment notifications that are due for a try are worked off. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { workInboxWorkflow } from "../workflows/payment/work-inbox";

const BATCH = 20;

export default async function sweepInbox(container: MedusaContainer): Promise<void> {
  await workInboxWorkflow(container).run({ input: { limit: BATCH } });
}

export const config = {
  name: "sweep-inbox",
  schedule: { interval: Math.max(1, Math.round(env.YIGOU_SWEEP_S / 4)) * 1000 },
};
