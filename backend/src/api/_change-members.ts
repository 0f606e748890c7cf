/** What the routes of household members share: who may, and what is answered. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { memberKeepingRoles, type OfficialRole } from "../contract/roles";
import type { Reply } from "../contract/routes";
import { listMembers } from "../queries/household/list-members";
import { refuse } from "../refuse";
import {
  changeMembersWorkflow,
  type ChangeMembersInput,
} from "../workflows/household/change-members";

interface Visit {
  actor: { id: string; name: string; division_code: string; role: OfficialRole };
  params: { id: string };
  scope: MedusaContainer;
}

/**
 * Makes a change and answers with the members as they stand then.
 *
 * @throws refusals `not_found` outside the area whatever the role, `forbidden_action`, and those of the change
 */
export async function changeMembers(
  { actor, params, scope }: Visit,
  { route, today, change }: Pick<ChangeMembersInput, "route" | "today" | "change">,
): Promise<Reply<"GET /official/households/:id/members">> {
  await listMembers(scope, actor, params.id);
  if (!memberKeepingRoles.includes(actor.role)) throw refuse("forbidden_action");
  await changeMembersWorkflow(scope).run({
    input: {
      ...{ scope: actor.division_code, route, today, change, household_id: params.id },
      by: { id: actor.id, name: actor.name },
      at: new Date().toISOString(),
    },
  });
  return listMembers(scope, actor, params.id);
}
