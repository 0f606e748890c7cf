/**
 * Private marks of all demonstration households. Every answer of every test is searched for them:
 * nothing but the masked form of a number ever leaves, and names only to officials of the place.
 */
import { households } from "../../backend/src/scripts/demo/data/households";

/** ID numbers, phones and bank cards in full. */
const numbers = new Set(
  households.flatMap((household) => [
    household.phone,
    household.bank_card,
    ...household.members.map((member) => member.id_number),
  ]),
);

/** Names of household members by the division that they live in. */
const divisionsByName = new Map<string, string[]>();
for (const household of households) {
  for (const { name } of household.members) {
    const known = divisionsByName.get(name) ?? [];
    divisionsByName.set(name, [...known, household.division_code]);
  }
}

const NUMBER = /\d{11,19}[\dX]?/g;

/** Full numbers that stand in a text. */
export function privateNumbersIn(text: string): string[] {
  return (text.match(NUMBER) ?? []).filter(
    (found) => numbers.has(found) || numbers.has(found.slice(0, -1)),
  );
}

/**
 * Names of household members that stand in a text and that the reader has no right to.
 *
 * @param scope division prefix of the official who reads; undefined when it is no official
 */
export function privateNamesIn(text: string, scope: string | undefined): string[] {
  return [...divisionsByName].flatMap(([name, divisions]) => {
    const allowed = scope !== undefined && divisions.some((code) => code.startsWith(scope));
    return !allowed && text.includes(`"${name}"`) ? [name] : [];
  });
}
