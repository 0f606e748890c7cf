/** Adoption and pre-order: seasons, trees with their numbers, news from the orchard, poor harvests. */
import { Module } from "@medusajs/framework/utils";

import { AdoptionModuleService } from "./service";

/** Key under which the container holds the service. */
export const ADOPTION_MODULE = "adoption";

export { compensationOf } from "./harvest";
export type { AdoptionModuleService, AdoptionOffer, Compensation } from "./service";

export default Module(ADOPTION_MODULE, { service: AdoptionModuleService });
