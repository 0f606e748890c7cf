/** What a new household file consists of. */
import { z } from "zod";

import { daySchema, divisionCodeSchema, nameSchema, textSchema } from "../../contract/common";
import { isBankCard, isIdNumber, isPhone } from "./private-number";

/** How a member stands to the head. */
export const relations = [
  "head",
  "spouse",
  "father",
  "mother",
  "son",
  "daughter",
  "son_in_law",
  "daughter_in_law",
  "grandchild",
  "grandparent",
  "sibling",
  "other",
] as const;

const termCode = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);

const memberSchema = z.strictObject({
  name: nameSchema,
  relation: z.enum(relations),
  birth_year: z.int().min(1900).max(2100).nullable(),
  joined_on: daySchema,
  left_on: daySchema.nullable(),
  left_reason: textSchema(100).nullable(),
});

const privateSchema = z.strictObject({
  id_number: z.string().refine(isIdNumber, "not a valid ID number").nullable(),
  phone: z.string().refine(isPhone, "not a mobile number").nullable(),
  bank_card: z.string().refine(isBankCard, "not a valid card number").nullable(),
  /** Where the card's account is kept, such as 信丰农商银行. */
  bank_name: textSchema(60).nullable().optional(),
});

/** A household to register. */
export const householdInputSchema = z
  .strictObject({
    /** Unique for good, such as 360722103007-0021. */
    code: z.string().regex(/^\d{6}[0-9-]{4,20}$/),
    division_code: divisionCodeSchema,
    /** The name under which the public knows the household; unique. */
    alias: textSchema(40),
    type: termCode,
    status: termCode,
    tier: termCode.nullable(),
    causes: z.array(termCode).max(10),
    registered_on: daySchema,
    members: z.array(memberSchema).min(1).max(40),
    private: privateSchema,
  })
  .refine(
    (file) =>
      file.members.filter((one) => one.relation === "head" && one.left_on === null).length === 1,
    {
      path: ["members"],
      message: "exactly one present head",
    },
  )
  .refine(
    (file) => file.members.every((one) => one.left_on === null || one.left_on >= one.joined_on),
    {
      path: ["members"],
      message: "nobody leaves before joining",
    },
  );

/** A household to register. */
export type HouseholdInput = z.infer<typeof householdInputSchema>;
