/** Once an hour: recipients of carts that became no order within a week. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { forgetGiftsWorkflow } from "../workflows/gift/forget-gifts";

export default async function forgetGifts(container: MedusaContainer): Promise<void> {
  await forgetGiftsWorkflow(container).run({ input: { age_days: 7 } });
}

export const config = { name: "forget-gifts", schedule: "17 * * * *" };
