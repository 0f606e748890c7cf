/** Who may call what: actors of the HTTP interface. */

/** The actor types that Yigou's own routes know. */
export const actors = ["anyone", "customer", "cooperative", "official", "user"] as const;

/** An actor type; `anyone` needs no login. */
export type Actor = (typeof actors)[number];

/** Official roles: what an official may do within the own division prefix. */
export const officialRoles = [
  "village_cadre",
  "township_official",
  "county_official",
  "city_official",
] as const;

/** The role of an official. */
export type OfficialRole = (typeof officialRoles)[number];

/** Roles that may approve a cooperative: the county recommends, so a county or a city. */
export const approvingRoles: readonly OfficialRole[] = ["county_official", "city_official"];

/** Roles that may close an accounting month: the county that keeps the books, or its city. */
export const closingRoles: readonly OfficialRole[] = ["county_official", "city_official"];

/** Roles that end a dispute over money: never the village, whose own cadre may have been the witness. */
export const resolvingRoles: readonly OfficialRole[] = [
  "township_official",
  "county_official",
  "city_official",
];

/** Roles that record a household's card anew, or to whom its money goes instead: never the village, which hands out the pages. */
export const redirectingRoles: readonly OfficialRole[] = [
  "township_official",
  "county_official",
  "city_official",
];

/** Roles that keep who belongs to a household: the village, which knows who was born and who left. */
export const memberKeepingRoles: readonly OfficialRole[] = ["village_cadre"];

/**
 * Whether a division code lies within a scope. A scope is a code prefix: "350583" is all of Nan'an.
 *
 * @param code 12-digit division code
 * @param scope prefix of 2 to 12 digits; never empty
 */
export function isWithin(code: string, scope: string): boolean {
  return scope.length >= 2 && code.startsWith(scope);
}

/** Who does what in a cooperative: the bookkeeper prepares settlements, the manager approves them. */
export const cooperativeRoles = ["manager", "bookkeeper", "staff"] as const;

/** The role of a cooperative's member. */
export type CooperativeRole = (typeof cooperativeRoles)[number];
