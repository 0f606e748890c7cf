/** Again and again: approved entries of income that a crash has kept from the ledger. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { sweepEntriesWorkflow } from "../workflows/linkage/sweep-entries";

export default async function sweepEntries(container: MedusaContainer): Promise<void> {
  await sweepEntriesWorkflow(container).run({ input: { limit: 100 } });
}

export const config = {
  name: "sweep-entries",
  schedule: { interval: env.YIGOU_SWEEP_S * 1000 },
};
