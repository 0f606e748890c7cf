/** What the rules of a place say about how cheap one person may clear. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { dayInShanghai, RULES_MODULE, type RulesModuleService } from "../../modules/rules";

/**
 * @param division_code the cooperative's seat, 12 digits
 * @returns parts per million of the usual price; undefined where no rule pack says it
 */
export async function floorPpm(
  scope: MedusaContainer,
  division_code: string,
  at: Date,
): Promise<number | undefined> {
  const rules = scope.resolve<RulesModuleService>(RULES_MODULE);
  const pack = await rules.packFor(division_code, dayInShanghai(at));
  return pack?.content.clearance_floor_ppm;
}
