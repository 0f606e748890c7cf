/** Consent: what a household allows to be published, purpose by purpose, until when. */
import { Module } from "@medusajs/framework/utils";

import { ConsentModuleService } from "./service";

/** Key under which the container holds the service. */
export const CONSENT_MODULE = "consent";

export type { ConsentModuleService, GivenConsent } from "./service";

export default Module(CONSENT_MODULE, { service: ConsentModuleService });
