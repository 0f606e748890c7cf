/** A member's ID number: checked, and sealed like the household's own numbers. */
import { refuse } from "../../refuse";
import { factsOf } from "./member-days";
import type { KeptMember } from "./member-types";
import { markOf } from "./number-mark";
import { isIdNumber, KEEP, masked } from "./private-number";
import { ownerOf } from "./register";
import { seal, type DataKey } from "./seal";

/**
 * A member with an ID number; the year of birth comes from it where none is known.
 *
 * @param id_number 18 characters; null takes out what was entered for the member
 * @throws refusal `invalid_input` naming the field
 */
export function withIdNumber(row: KeptMember, id_number: string | null, key: DataKey): KeptMember {
  if (id_number === null) {
    // What came with the registration stands with the household.
    if (row.id_number_sealed === null) return row;
    return { ...row, id_number_sealed: null, id_number_masked: null, id_number_mark: null };
  }
  if (!isIdNumber(id_number)) throw wrong("校验位或日期不对 / check character or date is wrong");
  const birth_year = Number(id_number.slice(6, 10));
  if (row.birth_year !== null && row.birth_year !== birth_year)
    throw wrong("与出生年份不符 / another year of birth");
  return {
    ...row,
    birth_year,
    id_number_sealed: seal(id_number, ownerOf(row.id, "id_number"), key),
    id_number_masked: masked(id_number, KEEP.id_number),
    id_number_mark: markOf(id_number, key),
  };
}

function wrong(reason: string) {
  return refuse("invalid_input", factsOf({ field: "id_number", reason }));
}
