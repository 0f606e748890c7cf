/** Purchases by idempotency key, and what an order's buyer holds: token, work unit, transfer reference. */
import { Module } from "@medusajs/framework/utils";

import { CheckoutService } from "./service";

/** The key of the module in the container. */
export const CHECKOUT_MODULE = "checkout";

export { GUEST } from "./service";
export type { Claim, CheckoutService, OrderBuyer } from "./service";
export { tokenHash, tokenOf } from "./token";

export default Module(CHECKOUT_MODULE, { service: CheckoutService });
