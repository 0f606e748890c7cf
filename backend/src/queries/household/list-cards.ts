/** A household's own cards, for an official of its area. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { redirectingRoles, type OfficialRole } from "../../contract/roles";
import type { Reply } from "../../contract/routes";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { refuse } from "../../refuse";

/**
 * All of them, the newest first, masked.
 *
 * @throws refusal `not_found` outside the area
 */
export async function listCards(
  scope: MedusaContainer,
  official: { division_code: string; role: OfficialRole },
  household_id: string,
): Promise<Reply<"GET /official/households/:id/cards">> {
  const register = scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const found = await register.cards(official.division_code, household_id);
  if (!found) throw refuse("not_found");
  return {
    ...found,
    cards: found.cards.map((one) => ({
      ...one,
      recorded_at: one.recorded_at?.toISOString() ?? null,
      ended_at: one.ended_at?.toISOString() ?? null,
    })),
    may_record: redirectingRoles.includes(official.role),
  };
}
