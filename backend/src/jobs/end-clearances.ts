/** Every two seconds: clearance offers whose day is over, or whose last unit an event did not tell of. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { endClearancesWorkflow } from "../workflows/clearance/end-clearances";

export default async function endClearances(container: MedusaContainer): Promise<void> {
  await endClearancesWorkflow(container).run({ input: { now: new Date().toISOString() } });
}

/** The price ends by itself to the second; cards in lists follow within this. */
export const config = { name: "end-clearances", schedule: { interval: 2000 } };
