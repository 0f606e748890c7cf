/** Again and again: bought trees without a number, and compensations that were not given yet. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { assignTreesWorkflow } from "../workflows/adoption/assign-trees";
import { compensateWorkflow } from "../workflows/adoption/compensate";

export default async function sweepAdoptions(container: MedusaContainer): Promise<void> {
  await assignTreesWorkflow(container).run({ input: {} });
  await compensateWorkflow(container).run();
}

export const config = {
  name: "sweep-adoptions",
  schedule: { interval: env.YIGOU_SWEEP_S * 1000 },
};
