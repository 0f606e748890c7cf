/** Again and again: open clearance offers that a crash has kept from their price. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { repairClearancesWorkflow } from "../workflows/clearance/end-clearances";

export default async function repairClearances(container: MedusaContainer): Promise<void> {
  await repairClearancesWorkflow(container).run();
}

export const config = {
  name: "repair-clearances",
  schedule: { interval: env.YIGOU_SWEEP_S * 1000 },
};
