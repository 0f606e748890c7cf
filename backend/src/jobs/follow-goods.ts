/** Every two seconds: changes of goods that the search index has not heard of, because its engine was away. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { followIndex } from "../workflows/shelf/follow-index";

const EVERY_MS = 2_000;

export default async function followGoods(container: MedusaContainer): Promise<void> {
  await followIndex(container);
}

export const config = { name: "follow-goods", schedule: { interval: EVERY_MS } };
