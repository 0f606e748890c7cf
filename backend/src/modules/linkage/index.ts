/** Benefit linkage: contracts of cooperatives with households, and the income entered under them. */
import { Module } from "@medusajs/framework/utils";

import { LinkageModuleService } from "./service";

/** Key under which the container holds the service. */
export const LINKAGE_MODULE = "linkage";

export type { LinkageModuleService } from "./service";
export { entriesOfSheet, type SheetEntry } from "./sheet";
export type { Contract, ContractInput, Decided, Decision, Entry, EntryDraft } from "./types";

export default Module(LINKAGE_MODULE, { service: LinkageModuleService });
