/** Every minute: payments that the payment house has taken and never told us of. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { reconcileWorkflow } from "../workflows/payment/reconcile";

const SWEEPS = 3;

export default async function reconcilePayments(container: MedusaContainer): Promise<void> {
  await reconcileWorkflow(container).run({ input: { age_s: env.YIGOU_SWEEP_S * SWEEPS } });
}

export const config = {
  name: "reconcile-payments",
  schedule: { interval: env.YIGOU_SWEEP_S * SWEEPS * 1000 },
};
