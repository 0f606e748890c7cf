/** What goes to the bank and what comes back from it: the file, vouchers, lines that were not paid. */
import { z } from "zod";

import { daySchema, idSchema, nameSchema, textSchema } from "./common";
import { fenSchema, positiveFenSchema } from "./money";
import { bankReferenceSchema } from "./selling";

/** The file for the bank: it holds full card numbers and is told to the log. */
export const bankFileBodySchema = z.strictObject({ format: z.enum(["csv", "xlsx"]) });

/** A transfer as the bank's voucher shows it: for all lines that are pending, or for some. */
export const voucherBodySchema = z.strictObject({
  line_ids: z.array(idSchema).min(1).max(5_000).optional(),
  /** Must be the sum of the lines, so that no one books another figure than the bank's. */
  amount_fen: positiveFenSchema.min(1),
  bank: nameSchema,
  reference: bankReferenceSchema,
  paid_on: daySchema,
  file_id: idSchema.optional(),
});

/** How far the booking of a settlement has come; ask to continue while lines are left. */
export const bookingReplySchema = z.object({
  booked: z.int(),
  amount_fen: fenSchema,
  left: z.int(),
});

/** Why a line was not paid. */
export const failBodySchema = z.strictObject({ reason: textSchema(200) });
/** Why, and on which day, a transfer came back. */
export const cameBackBodySchema = z.strictObject({
  reason: textSchema(200),
  returned_on: daySchema,
});

/** A voucher's file that was kept. */
export const voucherFileReplySchema = z.object({ file_id: z.string(), kind: z.string() });
