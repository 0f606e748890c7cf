/** Every while: what was done about complaints, on its way to their buyers by e-mail. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { mailBuyersWorkflow } from "../workflows/complaint/mail-buyers";

export default async function mailComplaints(container: MedusaContainer): Promise<void> {
  await mailBuyersWorkflow(container).run({ input: { limit: 100 } });
}

export const config = {
  name: "mail-complaints",
  schedule: { interval: env.YIGOU_SWEEP_S * 1000 },
};
