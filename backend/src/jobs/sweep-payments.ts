/** Every few seconds: captures and refunds that no event brought to the ledger. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { sweepPaymentsWorkflow } from "../workflows/income/sweep-payments";

export default async function sweepPayments(container: MedusaContainer): Promise<void> {
  await sweepPaymentsWorkflow(container).run({ input: { limit: 500 } });
}

export const config = {
  name: "sweep-payments",
  schedule: { interval: env.YIGOU_SWEEP_S * 1000 },
};
