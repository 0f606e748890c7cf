/** Every while: pages without an address, lots without a code. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { env } from "../env";
import { nameStoriesWorkflow } from "../workflows/story/name-stories";

export default async function nameStories(container: MedusaContainer): Promise<void> {
  await nameStoriesWorkflow(container).run({ input: { most: 2000 } });
}

export const config = { name: "name-stories", schedule: { interval: env.YIGOU_SWEEP_S * 1000 } };
