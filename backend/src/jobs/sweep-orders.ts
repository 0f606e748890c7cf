/** Again and again: orders that a crash has left behind are completed or cancelled. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { sweepOrdersWorkflow } from "../workflows/order/sweep-orders";

/** Old after two sweeps: with the usual 20 s nothing stays behind for more than 60 s. */
const AGE_S = env.YIGOU_SWEEP_S * 2;

export default async function sweepOrders(container: MedusaContainer): Promise<void> {
  await sweepOrdersWorkflow(container).run({ input: { age_s: AGE_S } });
}

export const config = {
  name: "sweep-orders",
  schedule: { interval: env.YIGOU_SWEEP_S * 1000 },
};
