/** What is read of household files; each statement carries the scope, whatever the transaction says. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { CARDS, OWNER_IS_HERE } from "./card-sql";
import type {
  HouseholdFace,
  HouseholdFile,
  HouseholdFilters,
  HouseholdMember,
  HouseholdRow,
  SupplierFilters,
} from "./rows";

/** What the driver answers. */
export interface Rows<T> {
  rows: T[];
}

const ROW = `
  h.id, h.code, h.alias, h.division_code, h.type, h.status, coalesce(head.name, '') as head_name,
  (select count(*)::int from household_member m where m.household_id = h.id and m.left_on is null) as member_count`;

const FROM = `
  from household h
  left join household_member head on head.household_id = h.id and head.relation = 'head' and head.left_on is null`;

/** The first wall: takes the scope as its one binding. */
export const WITHIN = `h.withdrawn_at is null and starts_with(h.division_code, ?)`;

/** A page of households by code. */
export async function readPage(
  trx: Knex.Transaction,
  scope: string,
  { q, type, limit, offset }: HouseholdFilters,
): Promise<{ households: HouseholdRow[]; count: number }> {
  const where = [WITHIN];
  const values = [scope];
  if (type !== undefined) {
    where.push(`h.type = ?`);
    values.push(type);
  }
  if (q !== undefined && q !== "") {
    where.push(`(strpos(h.code, ?) > 0 or strpos(h.alias, ?) > 0 or strpos(head.name, ?) > 0)`);
    values.push(q, q, q);
  }
  const rest = `${FROM} where ${where.join(" and ")}`;
  const page = await trx.raw<Rows<HouseholdRow>>(
    `select ${ROW} ${rest} order by h.code limit ? offset ?`,
    [...values, limit, offset],
  );
  return { households: page.rows, count: await countOf(trx, rest, values) };
}

/** One file with its members; null when it is not there or not within the scope. */
export async function readFile(
  trx: Knex.Transaction,
  scope: string,
  id: string,
): Promise<HouseholdFile | null> {
  const found = await trx.raw<Rows<Omit<HouseholdFile, "members">>>(
    `select ${ROW}, h.tier, h.causes, to_char(h.registered_on, 'YYYY-MM-DD') as registered_on,
       coalesce(head.id_number_masked, case when p.member_id = head.id then p.id_number_masked end) as id_number_masked,
       p.phone_masked, k.bank_card_masked
     ${FROM} left join household_private p on p.household_id = h.id
       left join ${CARDS} k on k.household_id = h.id and k.is_current and ${OWNER_IS_HERE} where ${WITHIN} and h.id = ?`,
    [scope, id],
  );
  const [household] = found.rows;
  if (!household) return null;
  const members = await trx.raw<Rows<HouseholdMember>>(
    `select id, name, relation, birth_year, to_char(joined_on, 'YYYY-MM-DD') as joined_on,
       to_char(left_on, 'YYYY-MM-DD') as left_on
     from household_member where household_id = ?
     order by left_on is not null, relation <> 'head', birth_year, id`,
    [id],
  );
  return { ...household, members: members.rows };
}

/** How many households each division under a scope has. */
export async function countByDivision(
  trx: Knex.Transaction,
  scope: string,
): Promise<{ division_code: string; households: number }[]> {
  const found = await trx.raw<Rows<{ division_code: string; households: number }>>(
    `select h.division_code, count(*)::int as households from household h where ${WITHIN} group by h.division_code`,
    [scope],
  );
  return found.rows;
}

/** Whether a household lies within a scope. */
export async function isThere(trx: Knex.Transaction, scope: string, id: string): Promise<boolean> {
  const found = await trx.raw<Rows<{ id: string }>>(
    `select h.id from household h where ${WITHIN} and h.id = ?`,
    [scope, id],
  );
  return found.rows.length > 0;
}

/** Public faces under a prefix by alias. */
export async function readFacesNamed(
  trx: Knex.Transaction,
  scope: string,
  aliases: readonly string[],
): Promise<Map<string, HouseholdFace>> {
  const found = await trx.raw<Rows<HouseholdFace>>(
    `select h.id, h.alias, h.division_code from household h where ${WITHIN} and h.alias = any(?::text[])`,
    [scope, [...new Set(aliases)]],
  );
  return new Map(found.rows.map((row) => [row.alias, row]));
}

/** Public faces by id. */
export async function readFaces(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, HouseholdFace>> {
  const found = await trx.raw<Rows<HouseholdFace>>(
    `select id, alias, division_code from household where withdrawn_at is null and id = any(?::text[])`,
    [[...new Set(ids)]],
  );
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** A page of public faces by code. */
export async function readSuppliers(
  trx: Knex.Transaction,
  { scope, ids, q, limit, offset }: SupplierFilters,
): Promise<{ households: HouseholdFace[]; count: number }> {
  const narrow = ids === undefined ? "" : " and h.id = any(?::text[])";
  const rest = `from household h where ${WITHIN} and strpos(h.alias, ?) > 0${narrow}`;
  const values = [scope, q ?? "", ...(ids === undefined ? [] : [[...ids]])];
  const page = await trx.raw<Rows<HouseholdFace>>(
    `select h.id, h.alias, h.division_code ${rest} order by h.code limit ? offset ?`,
    [...values, limit, offset],
  );
  return { households: page.rows, count: await countOf(trx, rest, values) };
}

async function countOf(
  trx: Knex.Transaction,
  rest: string,
  values: readonly (string | string[])[],
): Promise<number> {
  const all = await trx.raw<Rows<{ count: number }>>(`select count(*)::int as count ${rest}`, [
    ...values,
  ]);
  return all.rows[0]?.count ?? 0;
}
