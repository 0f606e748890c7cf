/** Every minute: refunds that are booked, of which the payment house has not told us that it gave them. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { reconcileRefundsWorkflow } from "../workflows/payment/reconcile-refunds";

const SWEEPS = 3;

export default async function reconcileRefunds(container: MedusaContainer): Promise<void> {
  await reconcileRefundsWorkflow(container).run({ input: { age_s: env.YIGOU_SWEEP_S * SWEEPS } });
}

export const config = {
  name: "reconcile-refunds",
  schedule: { interval: env.YIGOU_SWEEP_S * SWEEPS * 1000 },
};
