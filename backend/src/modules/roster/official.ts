/** An official: who may hold which post. Pure. */
import { z } from "zod";

import { divisionScopeSchema, nameSchema } from "../../contract/common";
import { officialRoles, type OfficialRole } from "../../contract/roles";

/** Digits of the prefix that each post sees. */
const SCOPE_DIGITS: Record<OfficialRole, number> = {
  village_cadre: 12,
  township_official: 9,
  county_official: 6,
  city_official: 4,
};

/** An official to put on the roster. */
export const officialInputSchema = z
  .strictObject({
    name: nameSchema,
    email: z.email().max(200).toLowerCase(),
    /** A prefix, or the full code of the place with its zeros. */
    division_code: divisionScopeSchema,
    role: z.enum(officialRoles),
  })
  .refine(({ division_code, role }) => scopeOfPost(division_code, role) !== null, {
    path: ["division_code"],
    message: "not a place of that post",
  });

/** An official to put on the roster. */
export type OfficialInput = z.infer<typeof officialInputSchema>;

/** An official on the roster. */
export interface Official extends OfficialInput {
  id: string;
  active: boolean;
}

/**
 * The prefix that a post sees.
 *
 * @param division_code a prefix, or a full code whose end is zeros
 * @returns null when the place is wider or narrower than the post
 */
export function scopeOfPost(division_code: string, role: OfficialRole): string | null {
  const digits = SCOPE_DIGITS[role];
  const scope = division_code.slice(0, digits);
  const rest = division_code.slice(digits);
  return scope.length === digits && /^0*$/.test(rest) ? scope : null;
}
