/** The cart of a buyer. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import { BASKET_MODULE, type BasketModuleService } from "../../modules/basket";

/** Reads the own cart; null when none was ever kept. */
export async function readBasket(
  scope: MedusaContainer,
  customer_id: string,
): Promise<Reply<"GET /store/my/cart">> {
  return { items: await scope.resolve<BasketModuleService>(BASKET_MODULE).find(customer_id) };
}
