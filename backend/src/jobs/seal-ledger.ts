/** Every two seconds: the ledger's new transactions go into a block. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { sealLedgerWorkflow } from "../workflows/income/seal-ledger";

export default async function sealLedger(container: MedusaContainer): Promise<void> {
  await sealLedgerWorkflow(container).run({ input: { now: new Date().toISOString() } });
}

export const config = {
  name: "seal-ledger",
  schedule: { interval: env.YIGOU_SEAL_MS },
};
