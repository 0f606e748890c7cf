/** Every few minutes: return windows that have ended. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { settleCreditsWorkflow } from "../workflows/income/settle-credits";

export default async function settleCredits(container: MedusaContainer): Promise<void> {
  await settleCreditsWorkflow(container).run({ input: { now: new Date().toISOString() } });
}

export const config = {
  name: "settle-credits",
  schedule: { interval: 300_000 },
};
