/** Reads the members of a household and what happened to them. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { KeptMember, MemberEvent, Membership } from "./member-types";
import { WITHIN, type Rows } from "./reading";

// What was registered as the household's own ID number is that of the member whose it is.
const MEMBERS = `
select m.id, m.name, m.relation, m.birth_year, m.id_number_sealed, m.id_number_mark,
  coalesce(m.id_number_masked, case when p.member_id = m.id then p.id_number_masked end) as id_number_masked,
  to_char(m.joined_on, 'YYYY-MM-DD') as joined_on, to_char(m.left_on, 'YYYY-MM-DD') as left_on, m.left_reason
  from household_member m left join household_private p on p.household_id = m.household_id
 where m.household_id = ? order by m.left_on is not null, m.relation <> 'head', m.birth_year, m.id`;

const EVENTS = `
select e.id, e.kind, e.member_id, e.former_id, to_char(e.happened_on, 'YYYY-MM-DD') as on, e.reason, e.note, e.changes,
  e.recorded_name as recorded_by, e.recorded_at
  from household_member_event e where e.household_id = ? order by e.version desc`;

/**
 * Members and events of a household.
 *
 * @param lock holds the household until the transaction ends, so that nobody else changes its members
 * @returns null when it is not there or not within the scope
 */
export async function readMembership(
  trx: Knex.Transaction,
  scope: string,
  household_id: string,
  lock = false,
): Promise<Membership | null> {
  const home = await trx.raw<Rows<{ id: string }>>(
    `select h.id from household h where ${WITHIN} and h.id = ?${lock ? " for update" : ""}`,
    [scope, household_id],
  );
  if (home.rows.length === 0) return null;
  const members = await trx.raw<Rows<KeptMember>>(MEMBERS, [household_id]);
  const events = await trx.raw<Rows<MemberEvent>>(EVENTS, [household_id]);
  return { members: members.rows, events: events.rows, version: events.rows.length };
}
