/** The members of a cooperative: one login, one member, one role. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { CooperativeRole } from "../../contract/roles";
import { refuse } from "../../refuse";

/** A member as the register keeps it. */
export interface Member {
  id: string;
  cooperative_id: string;
  name: string;
  email: string;
  role: CooperativeRole;
}

/** A member to add. */
export interface NewMember {
  cooperative_id: string;
  auth_identity_id: string;
  email: string;
  name: string;
  role: CooperativeRole;
}

/**
 * Adds a member to a cooperative.
 *
 * @returns id of the member
 * @throws refusal `account_exists` when the login is a member already
 */
export async function insertMember(pg: Knex, member: NewMember): Promise<string> {
  const id = generateEntityId(undefined, "coopm");
  const { cooperative_id, auth_identity_id, email, name, role } = member;
  const written = await pg.raw<{ rows: unknown[] }>(
    `insert into cooperative_member (id, cooperative_id, auth_identity_id, email, name, role)
     values (?, ?, ?, ?, ?, ?) on conflict (auth_identity_id) do nothing returning id`,
    [id, cooperative_id, auth_identity_id, email, name, role],
  );
  if (written.rows.length === 0) throw refuse("account_exists", { field: "email" });
  return id;
}

/** The members of a cooperative, managers first. */
export async function readMembers(pg: Knex, cooperative_id: string): Promise<Member[]> {
  const found = await pg.raw<{ rows: Member[] }>(
    `select id, cooperative_id, name, email, role from cooperative_member where cooperative_id = ?
     order by role <> 'manager', created_at, id`,
    [cooperative_id],
  );
  return found.rows;
}
