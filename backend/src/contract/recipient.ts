/** To whom a household's money may go instead of its head: recorded with a reason and days, by township or county. */
import { z } from "zod";

import { daySchema, nameSchema, textSchema } from "./common";

/** Why somebody else takes the money. */
export const recipientReasons = ["elderly", "absent", "guardian"] as const;

/** How a recipient stands to the head. */
export const recipientRelations = [
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

/** Nobody takes another's money for longer than a year without being recorded anew. */
const MOST_DAYS = 366;

const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** A card number as somebody types it. */
export const bankCardSchema = z
  .string()
  .trim()
  .regex(/^\d{16,19}$/, "须为 16 至 19 位卡号 / a card number of 16 to 19 digits");

/** A recipient to record. */
export const recipientBodySchema = z
  .strictObject({
    name: nameSchema,
    relation: z.enum(recipientRelations),
    bank_card: bankCardSchema,
    bank_name: nameSchema,
    reason: z.enum(recipientReasons),
    /** What was shown, such as a letter of authority; no illness, no numbers. */
    evidence: textSchema(200),
    valid_from: daySchema,
    valid_to: daySchema,
  })
  .refine(({ valid_from, valid_to }) => valid_to >= valid_from, {
    path: ["valid_to"],
    message: "不能早于开始日 / not before the first day",
  })
  .refine(({ valid_from, valid_to }) => daysBetween(valid_from, valid_to) <= MOST_DAYS, {
    path: ["valid_to"],
    message: "最长一年，到期重新登记 / a year at most, then it is recorded anew",
  });

/** Why it ends before its last day. */
export const recipientEndingBodySchema = z.strictObject({ reason: textSchema(200) });

const recipient = z.object({
  id: z.string(),
  name: z.string(),
  relation: z.enum(recipientRelations),
  card_masked: z.string(),
  bank_name: z.string(),
  reason: z.enum(recipientReasons),
  evidence: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
  recorded_by: z.string(),
  recorded_at: z.string(),
  ended_at: z.string().nullable(),
  ended_because: z.string().nullable(),
  /** Whether money may go there today. */
  is_valid: z.boolean(),
});

/** A household's recipients, the newest first, and whether the one who asks may record one. */
export const recipientsReplySchema = z.object({
  recipients: z.array(recipient),
  may_record: z.boolean(),
});

/** A recipient as a cooperative may know it: covered, without a reason. */
export const recipientChoiceSchema = z.object({
  id: z.string(),
  payee_masked: z.string(),
  relation: z.enum(recipientRelations),
  card_masked: z.string(),
  bank_name: z.string(),
  valid_to: z.string(),
});
