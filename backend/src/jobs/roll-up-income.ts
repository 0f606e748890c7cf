/** Every few seconds: the roll-ups follow the postings. Readers are exact without it, but read more. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { rollUpWorkflow } from "../workflows/income/roll-up";

const EVERY_MS = 5_000;

export default async function rollUpIncome(container: MedusaContainer): Promise<void> {
  await rollUpWorkflow(container).run({ input: { transactions: 2_000, rounds: 20 } });
}

export const config = { name: "roll-up-income", schedule: { interval: EVERY_MS } };
