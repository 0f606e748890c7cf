/** Verified income: what cadres found a household's income of a year to be, version by version. */
import { Module } from "@medusajs/framework/utils";

import { VerifiedIncomeModuleService } from "./service";

/** Key under which the container holds the service. */
export const VERIFIED_INCOME_MODULE = "verified_income";

export { differencesOf, type PlatformFigures } from "./differences";
export { memberDays, perHead, type Stay } from "./per-head";
export type { VerifiedIncomeModuleService, Version, VersionInput } from "./service";

export default Module(VERIFIED_INCOME_MODULE, { service: VerifiedIncomeModuleService });
