/** Audit: who read which household's file, kept for good. */
import { Module } from "@medusajs/framework/utils";

import { AuditModuleService } from "./service";

/** Key under which the container holds the service. */
export const AUDIT_MODULE = "audit";

export type { AuditModuleService, FileRead } from "./service";

export default Module(AUDIT_MODULE, { service: AuditModuleService });
