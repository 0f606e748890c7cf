/** One change of an order's goods at a time: two clicks ship once. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

const WAIT_S = 20;

/** Runs work on an order while no other work on the same order runs, in any process. */
export async function underOrderLock<T>(
  container: MedusaContainer,
  order_id: string,
  work: () => Promise<T>,
): Promise<T> {
  return container
    .resolve(Modules.LOCKING)
    .execute([`order-goods:${order_id}`], work, { timeout: WAIT_S });
}
