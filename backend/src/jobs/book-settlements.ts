/** Every half minute or so: lines of vouchers whose posting a crash has cut off. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { bookLinesWorkflow } from "../workflows/settlement/book-lines";

const MOST = 1_000;

export default async function bookSettlements(container: MedusaContainer): Promise<void> {
  await bookLinesWorkflow(container).run({ input: { limit: MOST } });
}

export const config = {
  name: "book-settlements",
  schedule: { interval: env.YIGOU_SWEEP_S * 2000 },
};
