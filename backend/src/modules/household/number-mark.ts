/** Marks of ID numbers: equal numbers have equal marks, and without the key a mark tells nothing. One person, one household. */
import { createHmac } from "node:crypto";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { refuse } from "../../refuse";
import type { KeptMember } from "./member-types";
import type { Rows } from "./reading";
import { unseal, type DataKey } from "./seal";

const LABEL = "household_member:id_number";

/** The mark of an ID number; its key comes out of the sealing key and serves nothing else. */
export function markOf(id_number: string, key: DataKey): string {
  const own = createHmac("sha256", key.bytes).update(LABEL).digest();
  return createHmac("sha256", own).update(id_number).digest("hex");
}

/**
 * Lets nobody else give or take an ID number until the transaction ends.
 *
 * NOTE: after a household's own lock, never before one, so that two cannot wait for each other.
 */
export async function holdNumbers(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [LABEL]);
}

interface Holder {
  member_id: string;
  household_id: string;
  division_code: string;
  code: string;
  alias: string;
}

/** Whose change it is, and what stood before. */
export interface Claim {
  scope: string;
  household_id: string;
  members: readonly KeptMember[];
}

/**
 * Refuses rows whose ID number somebody else who is present has, in whatever household.
 *
 * @param rows as they are to stand
 * @throws refusals `member_known` within the household, `member_elsewhere`, which names the other household only to
 *   somebody in whose area it lies
 */
export async function claimNumbers(
  trx: Knex.Transaction,
  rows: readonly KeptMember[],
  claim: Claim,
): Promise<void> {
  for (const row of rows) {
    const was = claim.members.find((one) => one.id === row.id);
    const isSame = was?.id_number_mark === row.id_number_mark;
    const isKept = isSame && was.left_on === null;
    if (row.left_on !== null || row.id_number_mark === null || isKept) continue;
    await holdNumbers(trx);
    const found = await trx.raw<Rows<Holder>>(`select * from household_number_holder(?)`, [
      row.id_number_mark,
    ]);
    const holder = found.rows.find((one) => one.member_id !== row.id);
    // Of somebody who comes back the number was not typed: the day of leaving is at fault.
    if (holder) throw held(holder, isSame ? "left_on" : "id_number", claim);
  }
}

function held(holder: Holder, field: string, { scope, household_id }: Claim) {
  if (holder.household_id === household_id) return refuse("member_known", { field });
  if (!holder.division_code.startsWith(scope))
    return refuse("member_elsewhere", {
      field,
      reason: "this ID number is registered in another household, which must record the leaving",
      reason_zh: "这个身份证号已登记在另一户，须先由那一户办理离户",
    });
  const { code, alias } = holder;
  return refuse("member_elsewhere", {
    field,
    reason: `this ID number is registered in ${alias}, ${code}: record the leaving there first`,
    reason_zh: `这个身份证号已登记在本辖区的${alias}，${code}，请先在那一户办理离户`,
    household_code: code,
  });
}

/** A household to register, and the number of its head. */
export interface NumberedFile {
  code: string;
  private: { id_number: string | null };
}

/**
 * Refuses new households whose number somebody who is present has already, or another of them.
 *
 * @param trx a transaction that sees every household and holds the numbers
 * @throws refusal `member_elsewhere` naming the household that was to be registered
 */
export async function refuseHeld(
  trx: Knex.Transaction,
  files: readonly NumberedFile[],
  key: DataKey,
): Promise<void> {
  const marked = files.flatMap(({ code, private: { id_number } }) =>
    id_number === null ? [] : [{ code, mark: markOf(id_number, key) }],
  );
  const taken = await heldOf(
    trx,
    marked.map((one) => one.mark),
  );
  for (const { code, mark } of marked) {
    if (taken.has(mark)) throw registeredElsewhere(code);
    taken.add(mark);
  }
}

/** A registration whose head's ID number is somebody else's in another household. */
export function registeredElsewhere(household_code: string) {
  return refuse("member_elsewhere", { field: "private.id_number", household_code });
}

async function heldOf(trx: Knex.Transaction, marks: readonly string[]): Promise<Set<string>> {
  const found = await trx.raw<Rows<{ mark: string }>>(
    `select id_number_mark as mark from household_member where left_on is null and id_number_mark = any(?::text[])`,
    [[...marks]],
  );
  return new Set(found.rows.map((row) => row.mark));
}

// What was registered as the household's own number is that of the member whose it is.
const UNMARKED = `
select m.id, h.code, m.left_on is null as is_present, m.id_number_sealed as own,
  p.id_number_sealed as registered, p.household_id
  from household_member m join household h on h.id = m.household_id and h.withdrawn_at is null
  left join household_private p on p.member_id = m.id
 where m.id_number_mark is null and (m.id_number_sealed is not null or p.id_number_sealed is not null)
   and (cast(:ids as text[]) is null or m.household_id = any(:ids))
 order by m.joined_on, m.id`;

interface Unmarked {
  id: string;
  code: string;
  is_present: boolean;
  own: string | null;
  registered: string | null;
  household_id: string | null;
}

/**
 * Marks the members whose number was sealed before there were marks. Where two who are present have the same number,
 * the one who joined first gets the mark; the other stays without, and is marked when the number is free.
 *
 * @param trx a transaction that sees every household
 * @param household_ids only these; null for all
 * @returns codes of the households with somebody who stays without
 */
export async function markUnmarked(
  trx: Knex.Transaction,
  key: DataKey,
  household_ids: readonly string[] | null = null,
): Promise<string[]> {
  await holdNumbers(trx);
  const ids = household_ids && [...household_ids];
  const found = await trx.raw<Rows<Unmarked>>(UNMARKED, { ids });
  const rows = found.rows.map((row) => ({ ...row, mark: markOf(plainOf(row, key), key) }));
  const taken = await heldOf(
    trx,
    rows.map((row) => row.mark),
  );
  const without = rows.filter(({ is_present, mark }) => {
    if (!is_present) return false;
    const isTaken = taken.has(mark);
    taken.add(mark);
    return isTaken;
  });
  const marks = rows.filter((row) => !without.includes(row)).map(({ id, mark }) => ({ id, mark }));
  await trx.raw(
    `update household_member m set id_number_mark = r.mark
       from jsonb_to_recordset(?::jsonb) as r(id text, mark text) where m.id = r.id`,
    [JSON.stringify(marks)],
  );
  return without.map((row) => row.code);
}

function plainOf({ id, own, registered, household_id }: Unmarked, key: DataKey): string {
  if (own !== null) return unseal(own, `${id}:id_number`, key);
  return unseal(registered ?? "", `${household_id ?? ""}:id_number`, key);
}
