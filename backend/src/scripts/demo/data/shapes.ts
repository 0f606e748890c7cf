/**
 * The shapes of the demonstration data. Every file of data is parsed through one of them when it is
 * loaded, so that a slip of the pen is a clear error at start and not a strange picture in the shop.
 */
import { z } from "zod";

export const dayOn = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day is written YYYY-MM-DD");
export const divisionCode = z.string().regex(/^\d{12}$/, "a division code has 12 digits");
export const key = z.string().regex(/^[a-z0-9-]+$/);

export const divisionSeed = z.strictObject({
  code: divisionCode,
  name: z.string().min(2),
  level: z.enum(["province", "city", "county", "township", "village"]),
  parent_code: divisionCode.nullable(),
});
export type DivisionSeed = z.infer<typeof divisionSeed>;

export const cooperativeSeed = z.strictObject({
  key,
  name: z.string().min(4),
  division_code: divisionCode,
  contact_name: z.string().min(2),
  contact_phone: z.string().regex(/^1000000\d{4}$/),
  email: z.email(),
  license_no: z.string().regex(/^[0-9A-Z]{18}$/),
  /** Prepares the settlements that the contact, the manager, approves. */
  bookkeeper_name: z.string().min(2),
  bookkeeper_email: z.email(),
});
export type CooperativeSeed = z.infer<typeof cooperativeSeed>;

export const enterpriseSeed = z.strictObject({
  key,
  name: z.string().min(4),
  division_code: divisionCode,
  kind: z.enum(["enterprise", "public_unit", "social_organisation"]),
  responsible_persons: z.array(z.string().min(2)).min(2),
  /** What the enterprise does for the households it is paired with: shown beside their goods. */
  help: z.string().min(10),
});
export type EnterpriseSeed = z.infer<typeof enterpriseSeed>;

export const memberRole = z.enum([
  "head",
  "spouse",
  "father",
  "mother",
  "son",
  "daughter",
  "daughter_in_law",
  "son_in_law",
  "grandchild",
]);
export type MemberRole = z.infer<typeof memberRole>;

export const memberSeed = z.strictObject({
  name: z.string().min(2),
  role: memberRole,
  gender: z.enum(["male", "female"]),
  birth_on: dayOn,
  id_number: z.string().regex(/^990000\d{11}[\dX]$/),
  joined_on: dayOn,
  left_on: dayOn.nullable(),
  left_reason: z.string().nullable(),
  able_to_work: z.boolean(),
});
export type MemberSeed = z.infer<typeof memberSeed>;

export const pairingSeed = z.strictObject({
  enterprise_key: key,
  kind: z.enum(["one_to_one", "many_to_one"]),
  responsible_person: z.string().min(2),
  started_on: dayOn,
  ended_on: dayOn.nullable(),
});
export type PairingSeed = z.infer<typeof pairingSeed>;

export const householdSeed = z.strictObject({
  key,
  number: z.string().regex(/^\d{6}-\d{3}-\d{4}$/),
  division_code: divisionCode,
  public_alias: z.string().min(4),
  type_code: z.string(),
  tier: z.string(),
  causes: z.array(z.string()),
  status: z.enum(["lifted_out", "monitored", "low_income", "general"]),
  registered_on: dayOn,
  able_to_work: z.boolean(),
  phone: z.string().regex(/^1000000\d{4}$/),
  bank_name: z.string(),
  bank_card: z.string().regex(/^990000\d{13}$/),
  members: z.array(memberSeed).min(1),
  pairings: z.array(pairingSeed),
});
export type HouseholdSeed = z.infer<typeof householdSeed>;
