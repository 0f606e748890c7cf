/** What officials read of income: one household's account, summaries, confirmations. */
import { z } from "zod";

import { daySchema, divisionScopeSchema, idSchema } from "./common";
import { partSchema } from "./goods";
import { fenSchema } from "./money";
import { recipientRelations } from "./recipient";
import { reversalSchema } from "./reversal";
import { creditStates, incomeCategories, summaryGroups } from "./words";

/** A look at the past: only what had happened by an instant, or only what was in the books by then. */
export const pastSchema = {
  /** Only what had happened by this instant. */
  as_of: z.iso.datetime({ offset: true }).optional(),
  /** Only what the ledger knew by this instant, whenever it happened. */
  known_at: z.iso.datetime({ offset: true }).optional(),
};

/** A span of days of one household's account, both ends included, in Asia/Shanghai, now or as it stood. */
export const accountQuerySchema = z.strictObject({
  from: daySchema.optional(),
  to: daySchema.optional(),
  ...pastSchema,
});
/** A span of days of one household's account, now or as it stood. */
export type AccountQuery = z.infer<typeof accountQuerySchema>;

/** The income account of one household. */
export const householdIncomeReplySchema = z.object({
  credits: z.array(
    z.object({
      id: z.string(),
      /** Null for a payroll or contract entry, which `entry_id` names. */
      order_id: z.string().nullable(),
      order_display_id: z.int().nullable(),
      order_line_id: z.string().nullable(),
      entry_id: z.string().nullable(),
      product_id: z.string(),
      product_title: z.string(),
      lot_code: z.string().nullable(),
      cooperative: z.string(),
      linkage: z.string(),
      category: z.string(),
      /** False for a bonus, which is no income in the sense of the statistics. */
      countable: z.boolean(),
      state: z.enum(creditStates),
      sold_at: z.string(),
      quantity: z.int(),
      weight_g: z.int(),
      share_ppm: z.int(),
      gross_fen: fenSchema,
      deductions: z.array(partSchema),
      net_fen: fenSchema,
      reversed_fen: fenSchema,
      reversals: z.array(reversalSchema),
      voucher: z
        .object({
          bank: z.string(),
          reference: z.string(),
          paid_on: z.string(),
          /** How whoever took the money stands to the head; null where the head's account did. */
          taken_by: z.enum(recipientRelations).nullable(),
        })
        .nullable(),
    }),
  ),
  total: z.object({
    gross_fen: fenSchema,
    net_fen: fenSchema,
    reversed_fen: fenSchema,
    expected_fen: fenSchema,
    earned_fen: fenSchema,
    settled_fen: fenSchema,
    paid_fen: fenSchema,
    confirmed_fen: fenSchema,
  }),
});

/** Filters of an income summary; a drill-down adds the key of the row it came from. */
export const summaryQuerySchema = z.strictObject({
  division_code: divisionScopeSchema.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  group_by: z.enum(summaryGroups).default("division"),
  product_id: idSchema.optional(),
  cooperative_id: idSchema.optional(),
  household_id: idSchema.optional(),
  category: z.enum(incomeCategories).optional(),
  ...pastSchema,
});
/** Filters of an income summary. */
export type SummaryQuery = z.infer<typeof summaryQuerySchema>;

/** A row of an income summary: what stands in each state now, reversals already taken off. */
export const summaryRowSchema = z.object({
  key: z.string(),
  label: z.string(),
  households: z.int(),
  credits: z.int(),
  expected_fen: fenSchema,
  earned_fen: fenSchema,
  settled_fen: fenSchema,
  paid_fen: fenSchema,
  confirmed_fen: fenSchema,
  reversed_fen: fenSchema,
  /** The part of settled, paid and confirmed that does not count as income: a bonus. */
  uncounted_fen: fenSchema,
});
/** A row of an income summary. */
export type SummaryRow = z.infer<typeof summaryRowSchema>;

/** An income summary with its total over all rows. */
export const summaryReplySchema = z.object({
  /** What the platform credited is measured; verified and estimated figures are never among these. */
  grade: z.literal("measured"),
  rows: z.array(summaryRowSchema),
  total: summaryRowSchema,
});

/** How many credits moved. */
export const movedReplySchema = z.object({ moved: z.int(), amount_fen: fenSchema });
