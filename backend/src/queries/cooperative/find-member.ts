/** Who a cooperative's login is. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { CooperativeRole } from "../../contract/roles";
import type { CooperativeStatus } from "../../modules/cooperative";

/** A member of a cooperative, as the door needs it. */
export interface Member {
  id: string;
  cooperative_id: string;
  status: CooperativeStatus;
  name: string;
  role: CooperativeRole;
}

/**
 * Finds a member with the standing of the cooperative.
 *
 * @param scope container
 * @param id member id, the actor id of a cooperative's token
 */
export async function findMember(scope: MedusaContainer, id: string): Promise<Member | null> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: Member[] }>(
    `select m.id, m.cooperative_id, m.name, m.role, c.status from cooperative_member m
     join cooperative c on c.id = m.cooperative_id where m.id = ?`,
    [id],
  );
  return found.rows[0] ?? null;
}
