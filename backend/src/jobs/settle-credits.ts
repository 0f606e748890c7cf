/** Every minute or two: return windows that have ended. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { settleCreditsWorkflow } from "../workflows/income/settle-credits";

export default async function settleCredits(container: MedusaContainer): Promise<void> {
  await settleCreditsWorkflow(container).run({ input: { now: new Date().toISOString() } });
}

export const config = {
  name: "settle-credits",
  schedule: { interval: env.YIGOU_SWEEP_S * 5000 },
};
