/** Confirmation: by what a household said that its money arrived, and where it said that it did not. */
import { Module } from "@medusajs/framework/utils";

import { ConfirmationModuleService } from "./service";

/** Key under which the container holds the service. */
export const CONFIRMATION_MODULE = "confirmation";

export { printedCode, SMS_LIFE_S } from "./code";
export type { ConfirmationModuleService } from "./service";
export type { Claim, Evidence, Promised } from "./types";

export default Module(CONFIRMATION_MODULE, { service: ConfirmationModuleService });
