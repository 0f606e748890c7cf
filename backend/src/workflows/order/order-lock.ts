/** One change of an order at a time: two clicks ship once. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

const WAIT_S = 20;
const SWEEP_WAIT_S = 1;

/** Runs work on an order's goods while no other work on the same goods runs, in any process. */
export async function underOrderLock<T>(
  container: MedusaContainer,
  order_id: string,
  work: () => Promise<T>,
): Promise<T> {
  return container.resolve(Modules.LOCKING).execute([goodsOf(order_id)], work, { timeout: WAIT_S });
}

/** The same for a sweep, which also keeps away from Medusa's own changes of the order and hardly waits. */
export async function underOrderChangeLock<T>(
  container: MedusaContainer,
  order_id: string,
  work: () => Promise<T>,
): Promise<T> {
  return container
    .resolve(Modules.LOCKING)
    .execute([goodsOf(order_id), order_id], work, { timeout: SWEEP_WAIT_S });
}

function goodsOf(order_id: string): string {
  return `order-goods:${order_id}`;
}
