/** The ledger's seals: blocks for everybody, a receipt for the buyer of an order. */
import { z } from "zod";

import { fenSchema } from "./money";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The header of a block. */
export const blockSchema = z.object({
  number: z.int(),
  count: z.int(),
  total: z.int(),
  root: hash,
  previous: hash,
  sealed_at: z.string(),
  hash,
});

/** The newest block; null before the first. */
export const headReplySchema = z.object({ head: blockSchema.nullable() });

/** Pages of blocks: the newest first, or upwards from a number. */
export const blocksQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(20),
  /** Only blocks with a smaller number, the newest first. */
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  /** Only blocks with a greater number, the oldest first. */
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});

/** A page of blocks. */
export const blocksReplySchema = z.object({
  blocks: z.array(blockSchema),
  head: blockSchema.nullable(),
});

/** What opens a transaction: with it, the leaf can be recomputed from words and amounts. */
const openedSchema = z.object({
  sums_hash: hash,
  private_hash: hash,
  blind: hash,
  /** By class of account; they add up to zero. */
  sums: z.array(z.object({ class: z.string(), amount_fen: fenSchema })),
});

/** A transaction's place in a block, and the block's header. */
const sealSchema = z.object({
  leaf: hash,
  index: z.int(),
  path: z.array(hash).max(64),
  block: blockSchema,
});

/** A transaction of an order. */
const receiptTransactionSchema = z.object({
  seq: z.int(),
  kind: z.string(),
  day: z.string(),
  period: z.int(),
  corrects_period: z.int().nullable(),
  /** Null where the transaction also books other orders: its sums would tell what others earned. */
  opened: openedSchema.nullable(),
  /** Null for the few seconds before a block takes it in. */
  seal: sealSchema.nullable(),
});
/** A transaction of an order. */
export type ReceiptTransaction = z.infer<typeof receiptTransactionSchema>;

/** What the buyer of an order can check without trusting anybody. */
export const receiptReplySchema = z.object({
  format: z.literal("yigou receipt 1"),
  order_id: z.string(),
  transactions: z.array(receiptTransactionSchema),
  head: blockSchema.nullable(),
});
/** What the buyer of an order can check without trusting anybody. */
export type Receipt = z.infer<typeof receiptReplySchema>;
