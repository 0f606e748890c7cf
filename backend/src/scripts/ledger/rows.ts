/** Rows that the verification reads, parsed at the door. */
import { z } from "zod";

import { keptChangeSchema, keptReversalSchema, keptTermsSchema } from "../../modules/income/kept";

import { transactionKinds } from "../../modules/income/types";

const fen = z.coerce.number().int();
const leaf = z.object({
  id: z.string(),
  order_line_id: z.string().nullable(),
  part: z.enum([
    "household",
    "service",
    "packing",
    "freight",
    "platform",
    "shipping",
    "tax",
    "unattributed",
  ]),
  owner_id: z.string(),
  credit_id: z.string().nullable(),
  amount_fen: fen,
  amendment_id: z.string().nullable(),
});
const credit = z.object({
  id: z.string(),
  order_line_id: z.string(),
  household_id: z.string(),
  alias: z.string(),
  division_code: z.string(),
  linkage: z.string(),
  category: z.enum(["wage", "business", "property", "transfer"]),
  weight_g: fen,
  share_ppm: fen,
  gross_fen: fen,
  service_fen: fen,
  packing_fen: fen,
  freight_fen: fen,
  platform_fen: fen,
  net_fen: fen,
  countable: z.boolean(),
});
const transaction = keptReversalSchema.extend({
  for_line: z.string().nullable(),
  seq: fen,
  kind: z.enum(transactionKinds),
  source_id: z.string().nullable(),
  amount_fen: fen,
  cause: z.string(),
  postings: z.array(
    z.object({
      account_id: z.string(),
      leaf_id: z.string().nullable(),
      credit_id: z.string().nullable(),
      amount_fen: fen,
    }),
  ),
});
/** An order as it is read for its replay. */
export const orderRow = z.object({
  order_id: z.string(),
  lines: z.array(
    z.object({
      order_line_id: z.string(),
      product_id: z.string().nullable(),
      product_title: z.string(),
      quantity: fen,
      paid_fen: fen,
      weight_micro: fen,
      return_days: fen,
      terms: keptTermsSchema.nullable(),
      amendment_id: z.string().nullable(),
    }),
  ),
  credits: z.array(credit),
  leaves: z.array(leaf),
  voids: z.array(z.object({ amendment_id: z.string(), leaf_id: z.string(), amount_fen: fen })),
  amendments: z.array(z.object({ id: z.string(), after_seq: fen, change: keptChangeSchema })),
  transactions: z.array(transaction),
});
/** An order as it is read for its replay. */
export type OrderRow = z.infer<typeof orderRow>;

/** The figures of the whole. */
export const figuresRow = z.object({
  transactions: fen,
  postings: fen,
  sum_fen: fen,
  captured_fen: fen,
  refunded_fen: fen,
  credited_fen: fen,
  reversed_fen: fen,
  household_credited_fen: fen,
  household_reversed_fen: fen,
  loss_pool_fen: fen,
});
