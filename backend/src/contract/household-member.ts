/** Who shares a household, from which day to which: kept by the cadre of its village, never deleted. */
import { z } from "zod";

import { daySchema, idSchema, nameSchema, textSchema } from "./common";
import { recipientRelations } from "./recipient";

/** How a member who is not the head stands to the head. */
export const memberRelations = recipientRelations;

/** Why somebody joins a household. */
export const joinReasons = ["birth", "marriage", "returned", "adopted", "other"] as const;

/** Why somebody leaves a household. */
export const leaveReasons = ["marriage", "death", "moved", "split", "other"] as const;

/** What happens to the members of a household. */
export const memberEventKinds = ["joined", "left", "head", "corrected"] as const;

// What was read stands beside what is written: of two who write at once, one is told to read again.
const version = z.int().min(0);
const relation = z.enum(memberRelations);
const birth_year = z
  .int()
  .min(1900, "须为四位年份 / a year of four digits")
  .max(2100, "须为四位年份 / a year of four digits")
  .nullable();
const id_number = z
  .string()
  .trim()
  .regex(/^\d{17}[\dX]$/, "须为 18 位身份证号 / an ID number of 18 characters")
  .nullable();
const note = textSchema(200).nullable().default(null);

/** Somebody who joins. */
export const householdMemberBodySchema = z.strictObject({
  version,
  name: nameSchema,
  relation,
  birth_year,
  id_number: id_number.default(null),
  joined_on: daySchema,
  reason: z.enum(joinReasons),
  note,
});

/** Somebody leaves: the day is the first on which the household is not shared any more. */
export const memberLeavingBodySchema = z.strictObject({
  version,
  left_on: daySchema,
  reason: z.enum(leaveReasons),
  note,
});

/** Another head, and how everybody else who is present stands to the new one. */
export const householdHeadBodySchema = z.strictObject({
  version,
  member_id: idSchema,
  on: daySchema,
  reason: textSchema(200),
  relations: z.array(z.strictObject({ member_id: idSchema, relation })).max(40),
});

/** An entry is put right; what is left out stays as it is. */
export const memberCorrectionBodySchema = z
  .strictObject({
    version,
    reason: textSchema(200),
    name: nameSchema.optional(),
    relation: relation.optional(),
    birth_year: birth_year.optional(),
    id_number: id_number.optional(),
    joined_on: daySchema.optional(),
    /** Null for somebody who has not left after all. */
    left_on: daySchema.nullable().optional(),
  })
  .refine(({ version: _, reason: __, ...changes }) => Object.keys(changes).length > 0, {
    path: ["name"],
    message: "没有要更正的内容 / nothing to put right",
  });

const member = z.object({
  id: z.string(),
  name: z.string(),
  /** `head` or a relation to the head. */
  relation: z.string(),
  birth_year: z.int().nullable(),
  id_number_masked: z.string().nullable(),
  joined_on: z.string(),
  left_on: z.string().nullable(),
  /** A code of `leaveReasons`, or what was written at the registration. */
  left_reason: z.string().nullable(),
});

const event = z.object({
  id: z.string(),
  kind: z.enum(memberEventKinds),
  /** As the member is called now. */
  name: z.string(),
  on: z.string(),
  /** A code for joining and leaving, else what was written. */
  reason: z.string(),
  note: z.string().nullable(),
  changes: z.array(
    z.object({
      /** Whose entry changed. */
      name: z.string(),
      field: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  recorded_by: z.string(),
  recorded_at: z.string(),
});

/** Members, those present first; what happened to them, the newest first. */
export const householdMembersReplySchema = z.object({
  members: z.array(member),
  events: z.array(event),
  /** To be sent with the next change. */
  version,
  may_record: z.boolean(),
});
