/** Writes new household files in bulk: three statements, however many households. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { generateEntityId } from "@medusajs/framework/utils";

import { refuse } from "../../refuse";
import type { HouseholdInput } from "./household-input";
import { holdNumbers, markOf, markUnmarked, refuseHeld, registeredElsewhere } from "./number-mark";
import { KEEP, masked, type PrivateField } from "./private-number";
import { seal, type DataKey } from "./seal";

/** Which files stand after a registration; `created` ones were not there before. */
export interface Registered {
  id: string;
  code: string;
  created: boolean;
}

interface Rows<T> {
  rows: T[];
}

/**
 * Registers households; a code that is there already is left as it is.
 *
 * @param trx a transaction that may see every division
 * @returns one entry per input, in the same order
 * @throws refusals `state_conflict` when an alias belongs to another household, `member_elsewhere` naming the code of
 *   the one whose ID number somebody in another household has
 */
export async function registerHouseholds(
  trx: Knex.Transaction,
  files: readonly HouseholdInput[],
  key: DataKey,
): Promise<Registered[]> {
  const rows: NewFile[] = files.map((file) => ({
    ...file,
    id: generateEntityId(undefined, "hh"),
    people: file.members.map((one) => ({ ...one, id: generateEntityId(undefined, "hhm") })),
  }));
  await holdNumbers(trx);
  const inserted = await trx.raw<Rows<{ id: string }>>(
    `insert into household (id, code, division_code, alias, type, status, tier, causes, registered_on)
     select id, code, division_code, alias, type, status, tier, causes, registered_on
     from jsonb_to_recordset(?::jsonb) as r(id text, code text, division_code text, alias text, type text,
       status text, tier text, causes text[], registered_on date)
     on conflict do nothing returning id`,
    [
      JSON.stringify(
        rows.map(
          ({ members: _members, people: _people, private: _private, ...household }) => household,
        ),
      ),
    ],
  );
  const fresh = new Set(inserted.rows.map((row) => row.id));
  const toFill = rows.filter((row) => fresh.has(row.id));
  await refuseHeld(trx, toFill, key);
  await insertMembers(trx, toFill, key);
  await insertPrivate(trx, toFill, key);
  const revived = await reviveWithdrawn(trx, files);
  const [late] = revived.size === 0 ? [] : await markUnmarked(trx, key, [...revived]);
  if (late !== undefined) throw registeredElsewhere(late);
  const standing = await idsByCode(trx, files);
  return files.map(({ code }) => {
    const id = standing.get(code);
    if (id === undefined) throw refuse("state_conflict", { field: "alias", household_code: code });
    return { id, code, created: fresh.has(id) || revived.has(id) };
  });
}

type NewFile = HouseholdInput & {
  id: string;
  people: (HouseholdInput["members"][number] & { id: string })[];
};

async function insertMembers(
  trx: Knex.Transaction,
  files: readonly NewFile[],
  key: DataKey,
): Promise<void> {
  const members = files.flatMap((file) =>
    file.people.map((member) => ({
      ...member,
      household_id: file.id,
      id_number_mark: member.id === headOf(file) ? markOfFile(file, key) : null,
    })),
  );
  await trx.raw(
    `insert into household_member (id, household_id, name, relation, birth_year, id_number_mark,
       joined_on, left_on, left_reason)
     select id, household_id, name, relation, birth_year, id_number_mark, joined_on, left_on, left_reason
     from jsonb_to_recordset(?::jsonb) as r(id text, household_id text, name text, relation text, birth_year int,
       id_number_mark text, joined_on date, left_on date, left_reason text)`,
    [JSON.stringify(members)],
  );
}

async function insertPrivate(
  trx: Knex.Transaction,
  files: readonly NewFile[],
  key: DataKey,
): Promise<void> {
  const hidden = files.map((file) => ({
    household_id: file.id,
    ...hide("id_number", file, key),
    ...hide("phone", file, key),
    ...hide("bank_card", file, key),
    bank_name: file.private.bank_name ?? null,
    // Whose number and card these are, whoever is head later.
    member_id: headOf(file),
  }));
  await trx.raw(
    `insert into household_private
     select * from jsonb_to_recordset(?::jsonb) as r(household_id text, id_number_sealed text, id_number_masked text,
       phone_sealed text, phone_masked text, bank_card_sealed text, bank_card_masked text, bank_name text, member_id text)`,
    [JSON.stringify(hidden)],
  );
}

function headOf(file: NewFile): string | null {
  return file.people.find((one) => one.relation === "head" && one.left_on === null)?.id ?? null;
}

function markOfFile({ private: { id_number } }: NewFile, key: DataKey): string | null {
  return id_number === null ? null : markOf(id_number, key);
}

function hide(field: PrivateField, file: NewFile, key: DataKey): Record<string, string | null> {
  const plain = file.private[field];
  return {
    [`${field}_sealed`]: plain === null ? null : seal(plain, ownerOf(file.id, field), key),
    [`${field}_masked`]: plain === null ? null : masked(plain, KEEP[field]),
  };
}

/** What a sealed number is bound to. */
export function ownerOf(household_id: string, field: PrivateField): string {
  return `${household_id}:${field}`;
}

async function reviveWithdrawn(
  trx: Knex.Transaction,
  files: readonly HouseholdInput[],
): Promise<Set<string>> {
  const revived = await trx.raw<Rows<{ id: string }>>(
    `update household set withdrawn_at = null where code = any(?::text[]) and withdrawn_at is not null returning id`,
    [files.map((file) => file.code)],
  );
  return new Set(revived.rows.map((row) => row.id));
}

async function idsByCode(
  trx: Knex.Transaction,
  files: readonly HouseholdInput[],
): Promise<Map<string, string>> {
  const found = await trx.raw<Rows<{ id: string; code: string }>>(
    `select id, code from household where code = any(?::text[])`,
    [files.map((file) => file.code)],
  );
  return new Map(found.rows.map((row) => [row.code, row.id]));
}

/** Takes registrations out of sight, and frees the ID numbers of their members; safe to run twice. */
export async function withdrawHouseholds(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<void> {
  await trx.raw(
    `update household set withdrawn_at = coalesce(withdrawn_at, now()) where id = any(?::text[])`,
    [[...ids]],
  );
  await trx.raw(
    `update household_member set id_number_mark = null where household_id = any(?::text[])`,
    [[...ids]],
  );
}
