/** Pick-up points, their keepers, and which order waits where. */
import { Module } from "@medusajs/framework/utils";

import { PickupModuleService } from "./service";

/** Key under which the container holds the service. */
export const PICKUP_MODULE = "pickup";

export { codeOf, keyFits, newKey } from "./secrets";
export type { PickupModuleService, KeptPoint, Waiting } from "./service";

export default Module(PICKUP_MODULE, { service: PickupModuleService });
