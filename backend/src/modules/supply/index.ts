/** Supply: who sells a product, which lot it comes from, which households are behind it, and the split of its price. */
import { Module } from "@medusajs/framework/utils";

import { SupplyService } from "./service";

export type { Contributor, Linkage, ListingRecord, SupplyTerms, TermsRecord } from "./service";
export { SupplyService } from "./service";

/** Key of the module in the container. */
export const SUPPLY_MODULE = "supply";

export default Module(SUPPLY_MODULE, { service: SupplyService });
