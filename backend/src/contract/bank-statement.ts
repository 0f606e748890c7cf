/** Bank statements, and what of them answers which line of which settlement. */
import { z } from "zod";

import { idSchema, pageSchema, textSchema } from "./common";
import { fenSchema } from "./money";
import { lineStates } from "./settlement-words";

/** Which layout a file has; guessed from its heading when not given. */
export const statementQuerySchema = z.strictObject({
  layout: z
    .string()
    .regex(/^[a-z0-9_]{2,30}$/)
    .optional(),
});

const statement = z.object({
  id: z.string(),
  layout: z.string(),
  row_count: z.int(),
  /** Rows that have been read so far; smaller than `row_count` when reading was cut off. */
  stored_rows: z.int(),
  /** Rows that no earlier file had. */
  new_rows: z.int(),
  from_on: z.string(),
  to_on: z.string(),
  imported_at: z.string(),
  imported_by: z.string(),
});

const found = z.object({ matched: z.int(), proposed: z.int() });

/** A statement that was imported, and what it has answered. */
export const statementReplySchema = z.object({ statement, found });

/** The statements of a cooperative, and the layouts that are known. */
export const statementsReplySchema = z.object({
  statements: z.array(statement),
  count: z.int(),
  layouts: z.array(z.object({ key: z.string(), name: z.string(), name_en: z.string() })),
});

/** The four sides of a comparison. */
export const sides = ["matched", "proposed", "bank", "ledger"] as const;

/** Which side to list. */
export const reconciliationQuerySchema = z.strictObject({
  side: z.enum(sides).default("proposed"),
  ...pageSchema,
});

const bankSide = z.object({
  id: z.string(),
  booked_on: z.string(),
  out_fen: fenSchema,
  in_fen: fenSchema,
  payee_masked: z.string().nullable(),
  last4: z.string().nullable(),
  remark: z.string().nullable(),
  serial: z.string().nullable(),
});

const lineSide = z.object({
  /** Of a line, or of a voucher that pays many. */
  id: z.string(),
  settlement_id: z.string(),
  settlement_number: z.string(),
  alias: z.string().nullable(),
  lines: z.int(),
  reference: z.string(),
  amount_fen: fenSchema,
  state: z.enum(lineStates).nullable(),
  paid_on: z.string().nullable(),
  payee_masked: z.string().nullable(),
  card_masked: z.string().nullable(),
});

/** One pair, or one thing that has no other half. */
export const comparisonSchema = z.object({
  match_id: z.string().nullable(),
  basis: z.enum(["reference", "voucher", "card", "name", "manual"]).nullable(),
  decided: z.boolean(),
  /** Of a pair that a person made: who, and why. */
  made_by: z.string().nullable(),
  reason: z.string().nullable(),
  row: bankSide.nullable(),
  line: lineSide.nullable(),
});

/** A page of one side, and how much each side holds. */
export const reconciliationReplySchema = z.object({
  comparisons: z.array(comparisonSchema),
  count: z.int(),
  counts: z.record(z.enum(sides), z.object({ count: z.int(), amount_fen: fenSchema })),
});

/** Lines and vouchers of exactly the amount of a row, none of which has an answer yet. */
export const candidatesReplySchema = z.object({ candidates: z.array(lineSide) });

/** A person pairs a row by hand, and says why. */
export const pairingBodySchema = z.strictObject({ line_id: idSchema, reason: textSchema(200) });

/** Above the sum of the place's rule a second person confirms it. */
export const pairingReplySchema = z.object({ state: z.enum(["proposed", "confirmed"]) });

/** A proposal is confirmed or rejected by a person; a pair that was rejected is not proposed again. */
export const decisionOfMatchBodySchema = z.strictObject({
  decision: z.enum(["confirm", "reject"]),
});
