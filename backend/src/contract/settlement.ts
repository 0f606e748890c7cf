/** Settlements: what a cooperative owes households, on its way from a draft to the bank and back. */
import { z } from "zod";

import { daySchema, idSchema, pageSchema, textSchema } from "./common";
import { fenSchema } from "./money";
import { recipientChoiceSchema, recipientRelations } from "./recipient";
import {
  leftOutReasons,
  lineStates,
  settlementActs,
  settlementStatuses,
  settlementVerbs,
} from "./settlement-words";

const span = { from: daySchema.optional(), to: daySchema.optional() };

/** Which credits are asked for, by the day on which they became payable. */
export const settleableQuerySchema = z.strictObject(span);

const approval = z.object({ approval_above_fen: fenSchema, one_person_below: z.boolean() });

/** What could be settled now, household by household; credits that stand in a live settlement are not in it. */
export const settleableReplySchema = z.object({
  households: z.array(
    z.object({
      household_id: z.string(),
      alias: z.string(),
      division_name: z.string(),
      amount_fen: fenSchema,
      credits: z.int(),
      payee_masked: z.string().nullable(),
      card_masked: z.string().nullable(),
      bank_name: z.string().nullable(),
      /** Set when the line would stay out. */
      left_out: z.enum(leftOutReasons).nullable(),
      /** Who may take the money today instead of the head. */
      recipients: z.array(recipientChoiceSchema),
    }),
  ),
  total_fen: fenSchema,
  left_out_fen: fenSchema,
  /** What waits for complaints about its lines; it is payable again when they are closed. */
  under_complaint: z.array(
    z.object({
      household_id: z.string(),
      alias: z.string(),
      amount_fen: fenSchema,
      credits: z.int(),
    }),
  ),
  rule: approval,
});

/** A settlement to prepare. */
export const settlementBodySchema = z.strictObject({
  ...span,
  /** Only these households; all that have something payable when not given. */
  household_ids: z.array(idSchema).min(1).max(5_000).optional(),
  /** Whose account it goes to; null is the head's. Where nothing is said, to the recipient in force today, if any. */
  recipients: z
    .array(z.strictObject({ household_id: idSchema, recipient_id: idSchema.nullable() }))
    .max(5_000)
    .optional(),
});

const sums = z.object({ lines: z.int(), amount_fen: fenSchema });

const settlementRow = z.object({
  id: z.string(),
  number: z.string(),
  cooperative: z.object({ id: z.string(), name: z.string() }),
  status: z.enum(settlementStatuses),
  from_on: z.string().nullable(),
  to_on: z.string(),
  created_at: z.string(),
  total_fen: fenSchema,
  lines: z.int(),
  by_state: z.record(z.enum(lineStates), sums),
});

/** Which settlements to list. */
export const settlementsQuerySchema = z.strictObject({
  status: z.enum(settlementStatuses).optional(),
  ...pageSchema,
});

/** A page of settlements, the newest first. */
export const settlementsReplySchema = z.object({
  settlements: z.array(settlementRow),
  count: z.int(),
});

const voucher = z.object({
  id: z.string(),
  bank: z.string(),
  reference: z.string(),
  paid_on: z.string(),
  amount_fen: fenSchema,
  lines: z.int(),
  booked_lines: z.int(),
  has_file: z.boolean(),
  booked_by: z.string(),
  booked_at: z.string(),
});

/** One settlement with everything that was done to it. */
export const settlementReplySchema = z.object({
  settlement: settlementRow.extend({
    rule: approval.extend({ two_people: z.boolean() }),
    /** Lines whose credits have changed since they were taken: they cannot be paid as they stand. */
    changed_lines: z.int(),
    /** Lines that wait for a complaint, which was opened after they were taken. */
    complained_lines: z.int(),
    steps: z.array(
      z.object({
        name: z.string(),
        role: z.string(),
        at: z.string(),
        verb: z.string(),
        reason: z.string().nullable(),
        line_reference: z.string().nullable(),
      }),
    ),
    vouchers: z.array(voucher),
    /** What the one who asks may do now. */
    may: z.array(z.enum(settlementActs)),
  }),
});

/** Which lines to list. */
export const linesQuerySchema = z.strictObject({
  state: z.enum(lineStates).optional(),
  ...pageSchema,
});

const line = z.object({
  id: z.string(),
  position: z.int(),
  household_id: z.string(),
  alias: z.string(),
  division_name: z.string(),
  amount_fen: fenSchema,
  booked_fen: fenSchema.nullable(),
  reference: z.string(),
  state: z.enum(lineStates),
  reason: z.string().nullable(),
  returned_on: z.string().nullable(),
  payee_masked: z.string().nullable(),
  card_masked: z.string().nullable(),
  bank_name: z.string().nullable(),
  /** Set when somebody else than the head takes the money: how that one stands to the head. */
  recipient_relation: z.enum(recipientRelations).nullable(),
  credits: z.int(),
  voucher_id: z.string().nullable(),
  /** Whether a row of a bank statement answers it. */
  at_bank: z.boolean(),
});

/** A page of lines. */
export const linesReplySchema = z.object({ lines: z.array(line), count: z.int() });

/** One line with exactly the credits that it takes. */
export const lineReplySchema = z.object({
  line: line.extend({
    settlement_id: z.string(),
    credits_taken: z.array(
      z.object({
        credit_id: z.string(),
        amount_fen: fenSchema,
        title: z.string(),
        sold_on: z.string(),
      }),
    ),
  }),
});

/** A step over a whole settlement; sending back and canceling say why. */
export const stepBodySchema = z
  .strictObject({ verb: z.enum(settlementVerbs), reason: textSchema(200).optional() })
  .refine(
    (body) => body.verb === "submit" || body.verb === "approve" || body.reason !== undefined,
    {
      path: ["reason"],
      message: "请写明原因 / say why",
    },
  );
