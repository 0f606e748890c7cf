/** Cooperatives: who may sell, and who decided it. */
import { Module } from "@medusajs/framework/utils";

import { CooperativeService } from "./service";

export type { Application, Cooperative, CooperativeStatus, Decision } from "./service";
export type { Member, NewMember } from "./members";
export { CooperativeService } from "./service";

/** Key of the module in the container. */
export const COOPERATIVE_MODULE = "cooperative";

export default Module(COOPERATIVE_MODULE, { service: CooperativeService });
