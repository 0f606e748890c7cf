/** Clearance: dated offers on gluts, how many units each still has, and the floor below which two people decide. */
import { Module } from "@medusajs/framework/utils";

import { ClearanceModuleService } from "./service";

/** Key under which the container holds the service. */
export const CLEARANCE_MODULE = "clearance";

export { endOfDay, floorOf, isClearanceDay } from "./floor";
export { CLEARANCE_SOLD } from "./sold";
export type { ClearanceModuleService, ClearanceOffer, NewOffer } from "./service";

export default Module(CLEARANCE_MODULE, { service: ClearanceModuleService });
