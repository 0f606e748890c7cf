/** Again and again: complaints whose deadline is over, and money that was agreed and has not gone back. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { sweepComplaintsWorkflow } from "../workflows/complaint/sweep-complaints";

export default async function sweepComplaints(container: MedusaContainer): Promise<void> {
  await sweepComplaintsWorkflow(container).run({ input: { now: new Date().toISOString() } });
}

export const config = {
  name: "sweep-complaints",
  schedule: { interval: env.YIGOU_SWEEP_S * 1000 },
};
