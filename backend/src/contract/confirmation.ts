/** The household says that its money arrived, in one of three ways, or says that it did not. */
import { z } from "zod";

import { creditIdSchema, idSchema, pageSchema, textSchema } from "./common";
import { fenSchema } from "./money";

/** How a household confirms: before its cadre with a signed page, or by a code that only it has. */
export const confirmationMethods = ["page", "sms_code", "passbook_code"] as const;
/** How a household confirms. */
export type ConfirmationMethod = (typeof confirmationMethods)[number];

const creditIds = z.array(creditIdSchema).min(1).max(200);

/** A code as people read it aloud: spaces, dashes and small letters do not matter. */
const codeSchema = z
  .string()
  .max(40)
  .transform((text) => text.replaceAll(/[\s-]/g, "").toUpperCase())
  .pipe(z.string().regex(/^[0-9A-Z]{6,16}$/, "6 至 16 位字母或数字 / 6 to 16 letters and digits"));

/** What a household confirms, and by what; a code says itself which money it is about. */
export const confirmBodySchema = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("page"), credit_ids: creditIds, page_id: idSchema }),
  z.strictObject({ method: z.literal("sms_code"), code: codeSchema }),
  z.strictObject({ method: z.literal("passbook_code"), code: codeSchema }),
]);

/** The photograph of a signed passbook page that was kept. */
export const pageReplySchema = z.object({ page_id: z.string() });

/** Which money a code by SMS is to be about. */
export const codeBodySchema = z.strictObject({ credit_ids: creditIds });
/** A code is on its way; the code itself is told to nobody but the household. */
export const codeReplySchema = z.object({
  amount_fen: fenSchema,
  credits: z.int(),
  phone_masked: z.string(),
  expires_at: z.string(),
  /** The provider has taken the message; otherwise it is tried again. */
  is_sent: z.boolean(),
});

/** A printed passbook page: everything that is paid and not confirmed, with its code. */
export const passbookReplySchema = z.object({
  code: z.string(),
  printed_at: z.string(),
  expires_at: z.string(),
  amount_fen: fenSchema,
  lines: z.array(
    z.object({
      on: z.string(),
      title: z.string(),
      linkage: z.string(),
      cooperative: z.string(),
      reference: z.string().nullable(),
      amount_fen: fenSchema,
    }),
  ),
});

/** What a household has confirmed so far. */
export const confirmationsReplySchema = z.object({
  confirmations: z.array(
    z.object({
      id: z.string(),
      method: z.enum(confirmationMethods),
      amount_fen: fenSchema,
      credits: z.int(),
      confirmed_at: z.string(),
      witness: z.string(),
      /** Path of the photograph, good for a few minutes. */
      page: z.string().nullable(),
    }),
  ),
});

/** How a dispute ends. */
export const disputeOutcomes = ["received", "paid_again", "unfounded"] as const;

/** "I did not get this": which money, in the household's words. */
export const disputeBodySchema = z.strictObject({
  credit_ids: creditIds,
  statement: textSchema(300),
});
/** A dispute that was opened. */
export const disputeOpenedReplySchema = z.object({ dispute_id: z.string() });

/** Which disputes to list. */
export const disputesQuerySchema = z.strictObject({
  state: z.enum(["open", "resolved"]).optional(),
  household_id: idSchema.optional(),
  ...pageSchema,
});

/** Disputes of the own area, the open and oldest first. */
export const disputesReplySchema = z.object({
  disputes: z.array(
    z.object({
      id: z.string(),
      household_id: z.string(),
      alias: z.string(),
      division_name: z.string(),
      cooperative: z.string(),
      amount_fen: fenSchema,
      credits: z.int(),
      /** How much of it has been confirmed after all. */
      confirmed_fen: fenSchema,
      statement: z.string(),
      opened_at: z.string(),
      opened_by: z.string(),
      outcome: z.enum(disputeOutcomes).nullable(),
      reason: z.string().nullable(),
      resolved_at: z.string().nullable(),
      resolved_by: z.string().nullable(),
    }),
  ),
  count: z.int(),
  may_resolve: z.boolean(),
});

/** How a dispute ended, and why. */
export const resolutionBodySchema = z.strictObject({
  outcome: z.enum(disputeOutcomes),
  reason: textSchema(300),
});
