/** The official who is logged in. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { approvingRoles } from "../../contract/roles";
import type { Reply } from "../../contract/routes";
import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";
import { ROSTER_MODULE, type RosterModuleService } from "../../modules/roster";
import { refuse } from "../../refuse";

/**
 * Reads the official's own card.
 *
 * @throws refusal `not_found` when the official has left office meanwhile
 */
export async function readMe(
  container: MedusaContainer,
  id: string,
): Promise<Reply<"GET /official/me">["official"]> {
  const official = await container.resolve<RosterModuleService>(ROSTER_MODULE).inOffice(id);
  if (!official) throw refuse("not_found");
  const divisions = container.resolve<DivisionModuleService>(DIVISION_MODULE);
  return {
    id: official.id,
    name: official.name,
    role: official.role,
    division_code: official.division_code,
    division_name: (await divisions.nameOfScope(official.division_code)) ?? official.division_code,
    may_approve: approvingRoles.includes(official.role),
  };
}
