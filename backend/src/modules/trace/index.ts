/** Trace: the code on the box, test reports of a lot, and quarrels over its origin. */
import { Module } from "@medusajs/framework/utils";

import { TraceModuleService } from "./service";

/** Key under which the container holds the service. */
export const TRACE_MODULE = "trace";

export { isLotCode } from "./code";
export type { TraceModuleService } from "./service";

export default Module(TRACE_MODULE, { service: TraceModuleService });
