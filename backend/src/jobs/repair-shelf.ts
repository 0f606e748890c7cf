/** Every minute: rows of the shelf that lag behind because an event was lost. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { repairShelfWorkflow } from "../workflows/shelf/repair-shelf";

/**
 * NOTE: a change becomes visible only at its commit, after its own timestamp; the overlap catches writers
 * that commit late, at the price of renewing fresh changes a second time.
 */
const OVERLAP_MIN = 2;

export default async function repairShelf(container: MedusaContainer): Promise<void> {
  await repairShelfWorkflow(container).run({ input: { overlap_min: OVERLAP_MIN } });
}

export const config = { name: "repair-shelf", schedule: "* * * * *" };
