/** The division tree under an official's prefix, with how many households each place has. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import {
  codeOfScope,
  DIVISION_MODULE,
  prefixOf,
  type DivisionModuleService,
} from "../../modules/division";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";

type Tree = Reply<"GET /official/divisions">["divisions"];

/** Digits at which a code has an ancestor. */
const CUTS = [2, 4, 6, 9, 12] as const;

/**
 * Reads the tree, parents before children; what lies above the prefix is not shown.
 *
 * @param container scope of the request
 * @param scope division-code prefix
 */
export async function readTree(container: MedusaContainer, scope: string): Promise<Tree> {
  const [divisions, counts] = await Promise.all([
    container.resolve<DivisionModuleService>(DIVISION_MODULE).under(scope),
    container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE).countsByDivision(scope),
  ]);
  const rolledUp = rollUp(counts);
  const shown = new Set(divisions.map((division) => division.code));
  return divisions.map(({ code, name, level, parent_code }) => ({
    code,
    name,
    level,
    parent_code: parent_code !== null && shown.has(parent_code) ? parent_code : null,
    households: rolledUp.get(prefixOf(code)) ?? 0,
  }));
}

/** Adds each place's households to the place itself and to all above it. */
function rollUp(
  counts: readonly { division_code: string; households: number }[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { division_code, households } of counts) {
    const above = new Set(CUTS.map((cut) => prefixOf(codeOfScope(division_code.slice(0, cut)))));
    for (const prefix of above) sums.set(prefix, (sums.get(prefix) ?? 0) + households);
  }
  return sums;
}
