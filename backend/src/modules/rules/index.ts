/** Rules: what differs by place and year, as versioned data. */
import { Module } from "@medusajs/framework/utils";

import { RulesModuleService } from "./service";

/** Key under which the container holds the service. */
export const RULES_MODULE = "rules";

export { complaintRules, type ComplaintRules } from "./complaint";
export {
  categoryOf,
  labelOf,
  monitoringLineOn,
  paidRefundBorneBy,
  returnWindowDays,
  rulePackSchema,
  selectPack,
  type RulePack,
  type RulePackContent,
} from "./pack";
export { dayInShanghai } from "../../contract/day";
export type { RulesModuleService } from "./service";

export default Module(RULES_MODULE, { service: RulesModuleService });
