/** Helping units and pairings: their schemas and the rule of overlap. Pure. */
import { z } from "zod";

import {
  daySchema,
  divisionCodeSchema,
  idSchema,
  nameSchema,
  textSchema,
} from "../../contract/common";

/** A unit that helps. Its name tells it from others of the same division. */
export const helpingUnitSchema = z.strictObject({
  name: nameSchema,
  kind: z.enum(["enterprise", "public_unit", "social_organisation"]),
  division_code: divisionCodeSchema,
  /** What it does for its households, as shown beside their goods. */
  help: textSchema(200),
});

/** A unit to register. */
export type HelpingUnitInput = z.infer<typeof helpingUnitSchema>;

/** A registered unit. */
export interface HelpingUnit extends HelpingUnitInput {
  id: string;
}

/** A pairing to make. */
export const pairingSchema = z
  .strictObject({
    household_id: idSchema,
    helping_unit_id: idSchema,
    responsible_person: nameSchema,
    starts_on: daySchema,
    /** The last day; null while it goes on. */
    ends_on: daySchema.nullable(),
  })
  .refine((pairing) => pairing.ends_on === null || pairing.ends_on >= pairing.starts_on, {
    path: ["ends_on"],
    message: "ends before it starts",
  });

/** A pairing to make. */
export type PairingInput = z.infer<typeof pairingSchema>;

/** A pairing as a household's file shows it. */
export interface HouseholdPairing {
  household_id: string;
  helping_unit: string;
  responsible_person: string;
  starts_on: string;
  ends_on: string | null;
}

/** Days of a pairing. */
interface Span {
  starts_on: string;
  ends_on: string | null;
}

/**
 * Whether two spans of days share a day; first and last day count.
 *
 * @param a days YYYY-MM-DD, open when `ends_on` is null
 */
export function overlaps(a: Span, b: Span): boolean {
  return (
    (b.ends_on === null || a.starts_on <= b.ends_on) &&
    (a.ends_on === null || b.starts_on <= a.ends_on)
  );
}
