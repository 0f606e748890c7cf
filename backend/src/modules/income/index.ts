/** The income ledger: what each household is credited, to the fen, append-only. */
import { Module } from "@medusajs/framework/utils";

import { IncomeModuleService } from "./service";

/** The key of this room in the container. */
export const INCOME_MODULE = "income";

export { IncomeModuleService } from "./service";
export type { EntryMovement } from "./enter";
export { leavesOfAny } from "./leaf-sql";
export { cutLeaves, merklePath } from "./merkle";
export { HEADER, headersOf } from "./seal";
export { keepFlowMonth, missingFlowMonth } from "./flow-months";
export { ROLLUP_SUMS } from "./rollup-sums";
export type { ClosePeriod } from "./close-period";
export * from "./change-types";
export * from "./types";

export default Module(INCOME_MODULE, { service: IncomeModuleService });
