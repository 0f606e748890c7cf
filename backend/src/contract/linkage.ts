/** Income that no order brings: benefit-linkage contracts, and the payroll and contract entries under them. */
import { z } from "zod";

import { daySchema, idSchema, pageSchema, textSchema } from "./common";
import { fenSchema } from "./money";
import { creditStates } from "./words";

/** Every benefit linkage that a contract may be about. */
export const contractLinkages = [
  "purchase",
  "wage",
  "land_rent",
  "dividend",
  "entrusted",
  "bonus",
] as const;

/** Linkages whose income is entered rather than sold. */
export const entryLinkages = ["wage", "land_rent", "dividend", "bonus"] as const;
/** A linkage whose income is entered rather than sold. */
export type EntryLinkage = (typeof entryLinkages)[number];

/** How far an entry has come: prepared by one member, decided by another; taken back by a further entry. */
export const entryStates = ["prepared", "approved", "refused", "reversed"] as const;

/** A month in Asia/Shanghai, YYYY-MM. */
export const monthSchema = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "须为月份，如 2026-11 / a month such as 2026-11");

/** No single wage, rent or dividend of a household is larger: a million yuan. */
const MOST_FEN = 100_000_000;

/** An amount that is entered: at least one fen. */
export const entryFenSchema = z.int().min(1).max(MOST_FEN);

/** A benefit-linkage contract with a household. */
export const contractBodySchema = z
  .strictObject({
    household_id: idSchema,
    linkage: z.enum(contractLinkages),
    terms: textSchema(300),
    starts_on: daySchema,
    ends_on: daySchema.optional(),
  })
  .refine(({ starts_on, ends_on }) => ends_on === undefined || ends_on >= starts_on, {
    path: ["ends_on"],
    message: "不能早于开始日 / not before the first day",
  });

/** A contract as its cooperative sees it. */
export const contractSchema = z.object({
  id: z.string(),
  household_id: z.string(),
  alias: z.string(),
  linkage: z.string(),
  terms: z.string(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
});
/** A page of contracts. */
export const contractsReplySchema = z.object({
  contracts: z.array(contractSchema),
  count: z.int(),
});
/** A contract that was kept. */
export const contractReplySchema = z.object({ contract: contractSchema });

/** One payroll or contract entry. */
export const entryBodySchema = z.strictObject({
  household_id: idSchema,
  linkage: z.enum(entryLinkages),
  period: monthSchema,
  amount_fen: entryFenSchema,
  note: textSchema(120).optional(),
});
/** One payroll or contract entry. */
export type EntryBody = z.infer<typeof entryBodySchema>;

/** Which entries to list. */
export const entriesQuerySchema = z.strictObject({
  state: z.enum(entryStates).optional(),
  period: monthSchema.optional(),
  ...pageSchema,
});

/** An entry as its cooperative sees it. */
export const entrySchema = z.object({
  id: z.string(),
  household_id: z.string(),
  alias: z.string(),
  linkage: z.string(),
  category: z.string(),
  countable: z.boolean(),
  period: z.string(),
  amount_fen: fenSchema,
  note: z.string(),
  state: z.enum(entryStates),
  /** The entry that this one takes back; its amount is that entry's. */
  reverses_id: z.string().nullable(),
  reason: z.string().nullable(),
  prepared_by: z.string(),
  prepared_at: z.string(),
  decided_by: z.string().nullable(),
  decided_at: z.string().nullable(),
  /** The member who asks prepared it, so that somebody else has to approve it. */
  is_own: z.boolean(),
  /** How far the money has come since it was approved. */
  credit_state: z.enum(creditStates).nullable(),
});
/** A page of entries, and what waits for a second member. */
export const entriesReplySchema = z.object({
  entries: z.array(entrySchema),
  count: z.int(),
  prepared: z.object({ count: z.int(), amount_fen: fenSchema }),
});
/** An entry that was prepared. */
export const entryReplySchema = z.object({ entry: entrySchema });

/** What is wrong with a row of a table; `row` counts as the file does, the heading is row 1. */
export const rowErrorSchema = z.object({
  row: z.int(),
  field: z.string(),
  reason: z.string(),
  reason_zh: z.string(),
});
/** What is wrong with a row of a table. */
export type RowError = z.infer<typeof rowErrorSchema>;

/** What became of a file: with one wrong row nothing is added. */
export const importReplySchema = z.object({
  added: z.int(),
  known: z.int(),
  amount_fen: fenSchema,
  errors: z.array(rowErrorSchema),
});

/** A second member's decision over prepared entries: all of them or none. */
export const entryDecisionBodySchema = z
  .strictObject({
    entry_ids: z.array(idSchema).min(1).max(200),
    decision: z.enum(["approve", "refuse"]),
    reason: textSchema(200).optional(),
  })
  .refine(({ decision, reason }) => decision === "approve" || reason !== undefined, {
    path: ["reason"],
    message: "请写明原因 / please say why",
  });
/** What was decided. */
export const entryDecisionReplySchema = z.object({ decided: z.int(), amount_fen: fenSchema });

/** Why an approved entry is taken back. */
export const entryReversalBodySchema = z.strictObject({ reason: textSchema(200) });
