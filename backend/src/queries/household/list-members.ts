/** Who belongs and belonged to a household, and what happened to them, for an official of its area. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { memberKeepingRoles, type OfficialRole } from "../../contract/roles";
import type { Reply } from "../../contract/routes";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { refuse } from "../../refuse";

/**
 * All of them; ID numbers masked.
 *
 * @throws refusal `not_found` outside the area
 */
export async function listMembers(
  scope: MedusaContainer,
  official: { division_code: string; role: OfficialRole },
  household_id: string,
): Promise<Reply<"GET /official/households/:id/members">> {
  const register = scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const found = await register.members(official.division_code, household_id);
  if (!found) throw refuse("not_found");
  const names = new Map(found.members.map((one) => [one.id, one.name]));
  return {
    members: found.members.map(({ id_number_sealed: _, id_number_mark: __, ...one }) => one),
    events: found.events.map(({ member_id, former_id: _, changes, recorded_at, ...one }) => ({
      ...one,
      name: names.get(member_id) ?? "",
      changes: changes.map(({ member_id: of, ...change }) => ({
        ...change,
        name: names.get(of) ?? "",
      })),
      recorded_at: recorded_at.toISOString(),
    })),
    version: found.version,
    may_record: memberKeepingRoles.includes(official.role),
  };
}
