/** Members of a household: a right one, and what is wrong with others. */
import { dayFromNow } from "./recipients";

/** The ID number of somebody born in 1996, of a division that does not exist, with a right check character. */
export const MEMBER_ID = "990000199603087775";

/** A daughter-in-law who joins by marriage on the first of the year. */
export function memberOf(version: number, more: object = {}): object {
  return {
    version,
    name: "欧阳春桃",
    relation: "daughter_in_law",
    birth_year: 1996,
    joined_on: "2026-01-01",
    reason: "marriage",
    ...more,
  };
}

/** Changes that make a member wrong, by the field that is named. */
export const wrongMembers: readonly (readonly [field: string, more: object])[] = [
  ["joined_on", { joined_on: dayFromNow(1) }],
  ["joined_on", { joined_on: "1995-12-31" }],
  ["joined_on", { joined_on: "2026-02-30" }],
  ["id_number", { id_number: `${MEMBER_ID.slice(0, 17)}${MEMBER_ID.endsWith("1") ? "2" : "1"}` }],
  ["id_number", { id_number: MEMBER_ID, birth_year: 1997 }],
  ["id_number", { id_number: "12345" }],
  ["relation", { relation: "head" }],
  ["reason", { reason: "sold" }],
  ["name", { name: "桃🍑" }],
  ["birth_year", { birth_year: 96 }],
];
