/** Writes what a change of members comes to: the rows as they are to stand, and one event that says what changed. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import type { ChangingMembers, KeptMember, MemberFieldChange, Membership } from "./member-types";

/** What a change comes to. */
export interface Outcome {
  /** As they are to stand, the head last: nobody is head beside another. */
  rows: KeptMember[];
  /** Whom the event is about. */
  member_id: string;
  /** Who was head before. */
  former_id?: string;
  on: string;
  note?: string | null;
}

const FIELDS = [
  "name",
  "relation",
  "birth_year",
  "id_number_masked",
  "joined_on",
  "left_on",
  "left_reason",
] as const satisfies readonly (keyof KeptMember)[];

/** What differs between rows and the members before; of somebody new nothing does. */
export function differences(
  rows: readonly KeptMember[],
  members: readonly KeptMember[],
): MemberFieldChange[] {
  return rows.flatMap((row) => {
    const was = members.find((one) => one.id === row.id);
    if (!was) return [];
    return FIELDS.filter((field) => was[field] !== row[field]).map((field) => ({
      member_id: row.id,
      field,
      before: textOf(was[field]),
      after: textOf(row[field]),
    }));
  });
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : value.toString();
}

/**
 * Writes rows and event.
 *
 * @param before what was read behind the household's lock
 */
export async function writeOutcome(
  trx: Knex.Transaction,
  { household_id, change, by, at }: ChangingMembers,
  before: Membership,
  { rows, member_id, former_id, on, note }: Outcome,
): Promise<void> {
  for (const row of rows) await put(trx, household_id, row);
  await trx.raw(
    `insert into household_member_event (id, household_id, member_id, former_id, kind, happened_on, reason, note, changes,
       recorded_by, recorded_name, recorded_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)`,
    [
      ...[generateEntityId(undefined, "hhme"), household_id, member_id, former_id ?? null],
      ...[change.kind, on, change.reason, note ?? null],
      JSON.stringify(differences(rows, before.members)),
      ...[by.id, by.name, at, before.version + 1],
    ],
  );
}

async function put(trx: Knex.Transaction, household_id: string, row: KeptMember): Promise<void> {
  await trx.raw(
    `insert into household_member (id, household_id, name, relation, birth_year, id_number_sealed, id_number_masked,
       id_number_mark, joined_on, left_on, left_reason) values (:id, :household_id, :name, :relation, :birth_year,
       :id_number_sealed, :id_number_masked, :id_number_mark, :joined_on, :left_on, :left_reason)
     on conflict (id) do update set name = excluded.name, relation = excluded.relation, birth_year = excluded.birth_year,
       id_number_sealed = excluded.id_number_sealed, id_number_masked = excluded.id_number_masked,
       id_number_mark = excluded.id_number_mark,
       joined_on = excluded.joined_on, left_on = excluded.left_on, left_reason = excluded.left_reason`,
    // NOTE: of a member whose number is kept with the household only the household's row has the sealed text.
    {
      ...row,
      household_id,
      id_number_masked: row.id_number_sealed === null ? null : row.id_number_masked,
    },
  );
}
