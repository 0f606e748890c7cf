/** Basket: the cart of a logged-in buyer, wherever the buyer logs in. */
import { Module } from "@medusajs/framework/utils";

import { BasketModuleService } from "./service";

/** Key under which the container holds the service. */
export const BASKET_MODULE = "basket";

export { merged, type BasketItem } from "./merge";
export type { BasketModuleService } from "./service";

export default Module(BASKET_MODULE, { service: BasketModuleService });
