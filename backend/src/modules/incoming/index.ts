/** Money that came in by bank transfer: rows of imported statements, and the orders that they paid. */
import { Module } from "@medusajs/framework/utils";

import { IncomingModuleService } from "./service";

/** Key under which the container holds the service. */
export const INCOMING_MODULE = "incoming";

export { bankReferenceOf, matchArrivals, transferReferenceIn, type Arrival } from "./match";
export type { IncomingModuleService, NewArrivals } from "./service";

export default Module(INCOMING_MODULE, { service: IncomingModuleService });
