/** Accounting months of a county: running, open, closed. */
import { z } from "zod";

import { monthSchema } from "./linkage";
import { fenSchema } from "./money";
import { incomeCategories } from "./words";

/** A county's six digits. */
export const countySchema = z
  .string()
  .regex(/^\d{6}$/, "须为 6 位县级代码 / six digits of a county");

/** Which county's months: the own one when left out; a city says which. */
export const periodsQuerySchema = z.strictObject({ county_code: countySchema.optional() });

/** A month in the path. */
export const monthParams = z.strictObject({ month: monthSchema });

const movement = {
  /** Credited to households by sales and entries. */
  credited_fen: fenSchema,
  /** Taken back by refunds and corrections. */
  reversed_fen: fenSchema,
  earned_fen: fenSchema,
  settled_fen: fenSchema,
  /** Paid out, less what the bank returned. */
  paid_fen: fenSchema,
  confirmed_fen: fenSchema,
};

/** What moved on the accounts of a county's households in an accounting month. */
export const periodTotalsSchema = z.object(movement);
/** What moved on the accounts of a county's households in an accounting month. */
export type PeriodTotals = z.infer<typeof periodTotalsSchema>;

/** The months of a county, the newest first; figures only for those whose area is the county or above. */
export const periodsReplySchema = z.object({
  county_code: z.string(),
  county_name: z.string(),
  may_close: z.boolean(),
  periods: z.array(
    z.object({
      month: monthSchema,
      state: z.enum(["running", "open", "closed"]),
      /** The next one that may be closed. */
      closable: z.boolean(),
      closed_at: z.string().nullable(),
      closed_by: z.string().nullable(),
      /** How many later transactions name this month as the one that they correct. */
      corrections: z.int(),
      totals: periodTotalsSchema.nullable(),
    }),
  ),
});

/** One month: by category, and what was corrected later in another month. */
export const periodReplySchema = z.object({
  month: monthSchema,
  state: z.enum(["running", "open", "closed"]),
  closed_at: z.string().nullable(),
  closed_by: z.string().nullable(),
  /** The newest transaction that the books held when the month was closed. */
  head_seq: z.int().nullable(),
  totals: periodTotalsSchema,
  categories: z.array(z.object({ category: z.enum(incomeCategories), ...movement })),
  corrections: z.array(
    z.object({
      seq: z.int(),
      kind: z.string(),
      cause: z.string().nullable(),
      occurred_at: z.string(),
      posted_at: z.string(),
      booked_in: monthSchema,
      /** What it added to, and took from, the county's households. */
      in_fen: fenSchema,
      out_fen: fenSchema,
    }),
  ),
});

/** Closing a month; a city says of which county. */
export const closePeriodBodySchema = z.strictObject({ county_code: countySchema.optional() });

/** What a closing wrote down. */
export const closePeriodReplySchema = z.object({
  month: monthSchema,
  closed_at: z.string(),
  head_seq: z.int().nullable(),
  totals: periodTotalsSchema,
});
