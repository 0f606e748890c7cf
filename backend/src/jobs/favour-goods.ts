/** Every ten minutes: goods that are favoured by rule since, or no longer. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { favourGoodsWorkflow } from "../workflows/shelf/favour-goods";

export default async function favourGoods(container: MedusaContainer): Promise<void> {
  await favourGoodsWorkflow(container).run();
}

export const config = {
  name: "favour-goods",
  schedule: { interval: env.YIGOU_SWEEP_S * 30_000 },
};
