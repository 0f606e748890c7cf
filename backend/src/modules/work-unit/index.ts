/** Work units: canteens and unions that buy, and the customers who buy for them. */
import { Module } from "@medusajs/framework/utils";

import { WorkUnitService } from "./service";

export type { Membership, WorkUnitRole } from "./service";
export { WorkUnitService } from "./service";

/** Key of the module in the container. */
export const WORK_UNIT_MODULE = "work_unit";

export default Module(WORK_UNIT_MODULE, { service: WorkUnitService });
