/** Where each yuan of a month went: the chart of accounts, the flows, their postings, the evidence behind one. */
import { z } from "zod";

import { divisionScopeSchema, pageSchema } from "./common";
import { flowEnds, flowParties, flowSources } from "./flow-words";
import { monthSchema } from "./linkage";
import { fenSchema } from "./money";
import { accountLineSchema } from "./statement";
import { creditStates, incomeCategories } from "./words";

/** One band of the picture. */
export const flowSchema = z.object({
  source: z.enum([...flowSources, ...flowParties]),
  target: z.enum([...flowParties, ...flowEnds]),
  amount_fen: fenSchema,
  postings: z.int(),
});
/** One band of the picture. */
export type Flow = z.infer<typeof flowSchema>;

/** A month and a place within the own area. */
export const flowQuerySchema = z.strictObject({
  month: monthSchema.optional(),
  division_code: divisionScopeSchema.optional(),
});

/** The picture and the chart of accounts beside it. */
export const flowReplySchema = z.object({
  month: z.string(),
  closed_at: z.string().nullable(),
  /** Whether every account of the ledger is in it; else the part of one area. */
  whole: z.boolean(),
  flows: z.array(flowSchema),
  accounts: z.array(accountLineSchema.extend({ postings: z.int() })),
  /** The sum of all balances: zero. */
  sum_fen: fenSchema,
});

/** Which postings to list: those behind a band, or those of an account. */
export const postingsQuerySchema = z.strictObject({
  ...flowQuerySchema.shape,
  source: z.enum([...flowSources, ...flowParties]).optional(),
  target: z.enum([...flowParties, ...flowEnds]).optional(),
  account: z
    .string()
    .regex(/^[a-z_]{3,20}$/)
    .optional(),
  state: z.enum(creditStates).optional(),
  ...pageSchema,
});
/** Which postings to list. */
export type PostingsQuery = z.output<typeof postingsQuerySchema>;

/** One posting, with the part of it that belongs to the area. */
export const postingSchema = z.object({
  seq: z.int(),
  leg: z.int(),
  kind: z.string(),
  cause: z.string().nullable(),
  occurred_at: z.string(),
  period: z.string(),
  account: z.string(),
  state: z.string().nullable(),
  /** Whose account it is, where the reader may know. */
  owner: z.string(),
  household_id: z.string().nullable(),
  order_id: z.string().nullable(),
  order_display_id: z.int().nullable(),
  goods: z.string().nullable(),
  lot_code: z.string().nullable(),
  amount_fen: fenSchema,
  share_fen: fenSchema,
});
/** One posting. */
export type PostingRow = z.infer<typeof postingSchema>;

/** A page of postings; `total_fen` is the sum of all shares, the figure that led here. */
export const postingsReplySchema = z.object({
  postings: z.array(postingSchema),
  count: z.int(),
  total_fen: fenSchema,
});

/** One transaction with all its legs and what proves it. */
export const evidenceReplySchema = z.object({
  transaction: z.object({
    seq: z.int(),
    kind: z.string(),
    cause: z.string().nullable(),
    occurred_at: z.string(),
    posted_at: z.string(),
    period: z.string(),
    corrects: z.string().nullable(),
    reverses_seq: z.int().nullable(),
    reversed_by: z.array(z.int()),
    order_id: z.string().nullable(),
    order_display_id: z.int().nullable(),
    amount_fen: fenSchema,
  }),
  legs: z.array(
    z.object({
      leg: z.int(),
      account: z.string(),
      state: z.string().nullable(),
      owner: z.string(),
      household_id: z.string().nullable(),
      order_line_id: z.string().nullable(),
      goods: z.string().nullable(),
      lot_code: z.string().nullable(),
      category: z.enum(incomeCategories).nullable(),
      amount_fen: fenSchema,
    }),
  ),
  /** Legs beyond those that are shown. */
  more_legs: z.int(),
  voucher: z
    .object({ bank: z.string(), reference: z.string(), paid_on: z.string(), amount_fen: fenSchema })
    .nullable(),
  /** The sealed block that proves it; null while it waits to be sealed. */
  block: z.int().nullable(),
});
