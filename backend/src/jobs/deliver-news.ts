/** Every while: news on its way by e-mail. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { deliverNewsWorkflow } from "../workflows/follow/deliver-news";

export default async function deliverNews(container: MedusaContainer): Promise<void> {
  await deliverNewsWorkflow(container).run({ input: { limit: 100 } });
}

export const config = { name: "deliver-news", schedule: { interval: env.YIGOU_SWEEP_S * 1000 } };
