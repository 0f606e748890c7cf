/** Chargebacks: what a buyer's bank wants to take back, or has taken back. */
import { Module } from "@medusajs/framework/utils";

import { ChargebackService } from "./service";

/** Key under which the container holds the service. */
export const CHARGEBACK_MODULE = "chargeback";

export { CHARGEBACK_TO_DO } from "./service";
export type { ChargebackService, HeardChargeback } from "./service";

export default Module(CHARGEBACK_MODULE, { service: ChargebackService });
