/** Every 5 s: payment notifications that are due for a try are worked off. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { workInboxWorkflow } from "../workflows/payment/work-inbox";

const BATCH = 20;

export default async function sweepInbox(container: MedusaContainer): Promise<void> {
  await workInboxWorkflow(container).run({ input: { limit: BATCH } });
}

export const config = { name: "sweep-inbox", schedule: "*/5 * * * * *" };
