/** Rows that the verification reads, parsed at the door. */
import { z } from "zod";

import { transactionKinds } from "../../modules/income/types";

const fen = z.coerce.number().int();
const state = z.enum(["expected", "earned", "settled", "paid", "confirmed"]).nullable();
const terms = z.object({
  cooperative_id: z.string(),
  cooperative_name: z.string(),
  lot_code: z.string(),
  service_ppm: fen,
  platform_ppm: fen,
  packing_fen: fen,
  freight_fen: fen,
  contributors: z.array(
    z.object({
      household_id: z.string(),
      alias: z.string(),
      division_code: z.string(),
      weight_g: fen,
      linkage: z.string(),
      category: z.enum(["wage", "business", "property", "transfer"]),
    }),
  ),
});
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
});
const transaction = z.object({
  seq: fen,
  kind: z.enum(transactionKinds),
  source_id: z.string().nullable(),
  amount_fen: fen,
  cause: z.string(),
  returned: z.array(z.object({ order_line_id: z.string(), quantity: z.number() })),
  postings: z.array(
    z.object({
      account_id: z.string(),
      leaf_id: z.string().nullable(),
      credit_id: z.string().nullable(),
      state,
      amount_fen: fen,
    }),
  ),
});
/** An order as it is read for its replay. */
export const orderRow = z.object({
  order_id: z.string(),
  lines: z
    .array(
      z.object({
        order_line_id: z.string(),
        quantity: fen,
        paid_fen: fen,
        return_days: fen,
        terms: terms.nullable(),
      }),
    )
    .nullable()
    .transform((lines) => lines ?? []),
  credits: z
    .array(credit)
    .nullable()
    .transform((credits) => credits ?? []),
  leaves: z
    .array(leaf)
    .nullable()
    .transform((leaves) => leaves ?? []),
  transactions: z
    .array(transaction)
    .nullable()
    .transform((list) => list ?? []),
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
