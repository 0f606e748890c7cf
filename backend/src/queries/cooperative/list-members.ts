/** Who works for a cooperative, and in which role. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import { COOPERATIVE_MODULE, type CooperativeService } from "../../modules/cooperative";

/** The members of a cooperative, managers first. */
export async function listMembers(
  scope: MedusaContainer,
  cooperative_id: string,
): Promise<Reply<"GET /cooperative/members">> {
  const register: CooperativeService = scope.resolve(COOPERATIVE_MODULE);
  const members = await register.members(cooperative_id);
  return { members: members.map(({ id, name, role }) => ({ id, name, role })) };
}
