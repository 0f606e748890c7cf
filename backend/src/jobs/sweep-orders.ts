/** Every 20 s: orders that a crash has left behind are completed or cancelled. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { sweepOrdersWorkflow } from "../workflows/order/sweep-orders";

const AGE_S = 40;

export default async function sweepOrders(container: MedusaContainer): Promise<void> {
  await sweepOrdersWorkflow(container).run({ input: { age_s: AGE_S } });
}

export const config = { name: "sweep-orders", schedule: "*/20 * * * * *" };
