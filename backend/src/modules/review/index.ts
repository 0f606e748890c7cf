/** Review: what buyers say of goods that they received, and how goods are rated. */
import { Module } from "@medusajs/framework/utils";

import { ReviewModuleService } from "./service";

/** Key under which the container holds the service. */
export const REVIEW_MODULE = "review";

export { maskedName } from "./masked-name";
export { rated } from "./rating";
export type { KeptReviewRow, NewReview, ReviewModuleService } from "./service";

export default Module(REVIEW_MODULE, { service: ReviewModuleService });
