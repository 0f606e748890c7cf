/** What the rules of a place say about settlements. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { dayInShanghai, RULES_MODULE, type RulesModuleService } from "../../modules/rules";
import type { ApprovalRule } from "../../modules/settlement";

/**
 * The rule of a cooperative's seat on a day; without a pack every settlement takes two people.
 *
 * @param division_code 12 digits
 */
export async function approvalRule(
  scope: MedusaContainer,
  division_code: string,
  at: Date,
): Promise<ApprovalRule> {
  const rules = scope.resolve<RulesModuleService>(RULES_MODULE);
  const pack = await rules.packFor(division_code, dayInShanghai(at));
  return {
    approval_above_fen: pack?.content.settlement_approval_above_fen ?? 0,
    one_person_below: pack?.content.settlement_one_person_below ?? false,
  };
}
