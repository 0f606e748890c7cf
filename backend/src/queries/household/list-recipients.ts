/** Who takes a household's money instead of its head, for an official of its area. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { redirectingRoles, type OfficialRole } from "../../contract/roles";
import type { Reply } from "../../contract/routes";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { dayInShanghai } from "../../modules/rules";
import { refuse } from "../../refuse";

/**
 * All of them, the newest first.
 *
 * @throws refusal `not_found` outside the area
 */
export async function listRecipients(
  scope: MedusaContainer,
  official: { division_code: string; role: OfficialRole },
  household_id: string,
): Promise<Reply<"GET /official/households/:id/recipients">> {
  const register = scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const found = await register.recipients(official.division_code, household_id);
  if (!found) throw refuse("not_found");
  const today = dayInShanghai(new Date());
  return {
    recipients: found.map(({ household_id: _, ...one }) => ({
      ...one,
      recorded_at: one.recorded_at.toISOString(),
      ended_at: one.ended_at?.toISOString() ?? null,
      is_valid: one.ended_at === null && one.valid_from <= today && today <= one.valid_to,
    })),
    may_record: redirectingRoles.includes(official.role),
  };
}
