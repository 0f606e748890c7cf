/** Every minute: parcels and reservations that a crash has left beside their orders. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { mendStockWorkflow } from "../workflows/stock/mend-stock";

const SWEEPS = 3;

export default async function mendStock(container: MedusaContainer): Promise<void> {
  await mendStockWorkflow(container).run({ input: { age_s: env.YIGOU_SWEEP_S * SWEEPS } });
}

export const config = {
  name: "mend-stock",
  schedule: { interval: env.YIGOU_SWEEP_S * SWEEPS * 1000 },
};
