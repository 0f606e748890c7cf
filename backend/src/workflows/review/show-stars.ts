/** Brings the stars of goods to their card and page, as soon as a review is written, hidden or shown. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { describe } from "../../log";
import { refreshGoods } from "../shelf/refresh-goods";

/** Never fails: the review stands, and what was missed the job `repair-shelf` finds. */
export async function showStars(container: MedusaContainer, product_id: string): Promise<void> {
  try {
    await refreshGoods(container, [product_id]);
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`stars of ${product_id} not shown yet: ${describe(error)}`);
  }
}
