/** Honour: buyers and work units who agreed to be named. */
import { Module } from "@medusajs/framework/utils";

import { HonourModuleService } from "./service";

/** Key under which the container holds the service. */
export const HONOUR_MODULE = "honour";

export type { HonourModuleService } from "./service";

export default Module(HONOUR_MODULE, { service: HonourModuleService });
