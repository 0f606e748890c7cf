/** Again and again: captures and refunds that their order does not know. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { bookOrderMoneyWorkflow } from "../workflows/order/book-order-money";

const AGE_S = env.YIGOU_SWEEP_S * 2;

export default async function bookOrderMoney(container: MedusaContainer): Promise<void> {
  await bookOrderMoneyWorkflow(container).run({ input: { age_s: AGE_S } });
}

export const config = {
  name: "book-order-money",
  schedule: { interval: env.YIGOU_SWEEP_S * 1000 },
};
