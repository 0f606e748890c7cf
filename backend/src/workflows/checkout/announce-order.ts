/** Tells the house of an order, with the events that Medusa's own completion sends. What a crash loses, the sweeps find. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules, OrderWorkflowEvents } from "@medusajs/framework/utils";

/** Medusa's name for a level whose reserved quantity has changed. */
const LEVEL_UPDATED = "inventory.inventory-level.updated";

/**
 * Tells of a placed order; its capture is credited on the way.
 *
 * @param level_ids stock levels on which it has reserved
 */
export async function announceOrder(
  container: MedusaContainer,
  order_id: string,
  level_ids: readonly string[],
): Promise<void> {
  const levels = level_ids.map((id) => ({ name: LEVEL_UPDATED, data: { id } }));
  await container
    .resolve(Modules.EVENT_BUS)
    .emit([{ name: OrderWorkflowEvents.PLACED, data: { id: order_id } }, ...levels]);
}
