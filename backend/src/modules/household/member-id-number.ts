/** A member's ID number: checked, sealed like the household's own numbers, and nobody's twice within a household. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { refuse } from "../../refuse";
import { factsOf } from "./member-days";
import type { KeptMember } from "./member-types";
import { isIdNumber, KEEP, masked } from "./private-number";
import type { Rows } from "./reading";
import { ownerOf } from "./register";
import { seal, unseal, type DataKey } from "./seal";

interface Ground {
  trx: Knex.Transaction;
  key: DataKey;
  household_id: string;
  members: readonly KeptMember[];
}

/**
 * A member with an ID number; the year of birth comes from it where none is known.
 *
 * @param id_number 18 characters; null takes it out
 * @throws refusals `invalid_input` naming the field, `member_known` when another member of the household has it
 */
export async function withIdNumber(
  row: KeptMember,
  id_number: string | null,
  { trx, key, household_id, members }: Ground,
): Promise<KeptMember> {
  if (id_number === null) return { ...row, id_number_sealed: null, id_number_masked: null };
  if (!isIdNumber(id_number)) throw wrong("校验位或日期不对 / check character or date is wrong");
  const birth_year = Number(id_number.slice(6, 10));
  if (row.birth_year !== null && row.birth_year !== birth_year)
    throw wrong("与出生年份不符 / another year of birth");
  const others = members.filter((one) => one.id !== row.id);
  const isTaken = others.some(
    ({ id, id_number_sealed: sealed }) =>
      sealed !== null && unseal(sealed, ownerOf(id, "id_number"), key) === id_number,
  );
  const own = await householdNumber(trx, household_id, key);
  if (isTaken || (own?.id_number === id_number && own.member_id !== row.id))
    throw refuse("member_known", { field: "id_number" });
  return {
    ...row,
    birth_year,
    id_number_sealed: seal(id_number, ownerOf(row.id, "id_number"), key),
    id_number_masked: masked(id_number, KEEP.id_number),
  };
}

/** The number that was registered with the household, and whose it is. */
async function householdNumber(trx: Knex.Transaction, household_id: string, key: DataKey) {
  const found = await trx.raw<Rows<{ member_id: string | null; sealed: string | null }>>(
    `select member_id, id_number_sealed as sealed from household_private where household_id = ?`,
    [household_id],
  );
  const [row] = found.rows;
  if (!row?.sealed) return null;
  const id_number = unseal(row.sealed, ownerOf(household_id, "id_number"), key);
  return { member_id: row.member_id, id_number };
}

function wrong(reason: string) {
  return refuse("invalid_input", factsOf({ field: "id_number", reason }));
}
