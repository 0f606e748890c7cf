/** Every minute: the money flow of a month that is over is kept, when it is not yet. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { keepFlowMonthWorkflow } from "../workflows/income/keep-flow-month";

const EVERY_MS = 60_000;

export default async function keepFlowMonth(container: MedusaContainer): Promise<void> {
  await keepFlowMonthWorkflow(container).run({ input: { now: new Date().toISOString() } });
}

export const config = { name: "keep-flow-month", schedule: { interval: EVERY_MS } };
