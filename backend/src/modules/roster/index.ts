/** Roster: the officials, their posts and the division that each may see. */
import { Module } from "@medusajs/framework/utils";

import { RosterModuleService } from "./service";

/** Key under which the container holds the service. */
export const ROSTER_MODULE = "roster";

export { officialInputSchema, scopeOfPost, type Official, type OfficialInput } from "./official";
export type { RosterModuleService } from "./service";

export default Module(ROSTER_MODULE, { service: RosterModuleService });
