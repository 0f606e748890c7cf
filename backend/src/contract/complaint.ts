/** Quality complaints: about units of one order line, answered by the seller, decided by the operator, refunded once. */
import { z } from "zod";

import { idSchema, textSchema } from "./common";
import { fenSchema, positiveFenSchema } from "./money";
import { photosSchema } from "./review";

/** What is wrong with the goods. */
export const complaintReasons = [
  "rotten",
  "damaged",
  "short_weight",
  "wrong_goods",
  "poor_quality",
  "other",
] as const;
/** What is wrong with the goods. */
export type ComplaintReason = (typeof complaintReasons)[number];

/**
 * Where a complaint stands. `open` waits for the seller, `offered` and `rejected` for the buyer, `escalated` for
 * the operator, `agreed` for the money; the others are ends.
 */
export const complaintStates = [
  "open",
  "offered",
  "rejected",
  "escalated",
  "agreed",
  "refunded",
  "dismissed",
  "closed",
  "withdrawn",
] as const;
/** Where a complaint stands. */
export type ComplaintState = (typeof complaintStates)[number];

/** While a complaint stands in one of these, what its line brings the households is not paid out. */
export const openComplaintStates = [
  "open",
  "offered",
  "rejected",
  "escalated",
  "agreed",
] as const satisfies readonly ComplaintState[];

/** Who acted: the clock acts when a deadline is over, the payment when money has gone back. */
export const complaintParties = ["buyer", "cooperative", "operator", "clock", "payment"] as const;
/** Who acted. */
export type ComplaintParty = (typeof complaintParties)[number];

const reasonText = textSchema(500).refine(
  (text) => text.length >= 4,
  "至少写 4 个字 / at least 4 characters",
);

/** A complaint to open. */
export const complaintBodySchema = z.strictObject({
  order_line_id: idSchema,
  quantity: z.int().min(1).max(999),
  reason: z.enum(complaintReasons),
  text: reasonText,
  photos: photosSchema,
  /** What the buyer wants back, whole fen; everything paid for these units when it is left out. */
  wish_fen: z.int().min(1).max(100_000_000).optional(),
});
/** A complaint to open. */
export type ComplaintBody = z.output<typeof complaintBodySchema>;

/** What the buyer does with an answer. */
export const complaintStepBodySchema = z.strictObject({
  verb: z.enum(["accept_offer", "escalate", "withdraw"]),
  text: reasonText.optional(),
});
/** What the buyer does with an answer. */
export type ComplaintStepBody = z.output<typeof complaintStepBodySchema>;

/** The seller's answer: all that was wished, a part of it, or nothing with the reason. */
export const complaintAnswerBodySchema = z.discriminatedUnion("verb", [
  z.strictObject({ verb: z.literal("accept") }),
  z.strictObject({
    verb: z.literal("offer"),
    amount_fen: z.int().min(1).max(100_000_000),
    text: reasonText,
  }),
  z.strictObject({ verb: z.literal("reject"), text: reasonText }),
]);
/** The seller's answer. */
export type ComplaintAnswerBody = z.output<typeof complaintAnswerBodySchema>;

/** The operator's decision; it is the last word. */
export const complaintDecisionBodySchema = z.discriminatedUnion("verb", [
  z.strictObject({
    verb: z.literal("refund"),
    amount_fen: z.int().min(1).max(100_000_000),
    text: reasonText,
  }),
  z.strictObject({ verb: z.literal("dismiss"), text: reasonText }),
]);
/** The operator's decision. */
export type ComplaintDecisionBody = z.output<typeof complaintDecisionBodySchema>;

/** One step of a complaint; nothing of it is ever changed. */
const complaintEventSchema = z.object({
  at: z.string(),
  party: z.enum(complaintParties),
  state: z.enum(complaintStates),
  amount_fen: fenSchema.nullable(),
  text: z.string().nullable(),
  /** Until when the next step is due. */
  due_at: z.string().nullable(),
});

/** A complaint. */
export const complaintSchema = z.object({
  id: z.string(),
  order_id: z.string(),
  display_id: z.int(),
  order_line_id: z.string(),
  title: z.string(),
  variant_title: z.string(),
  cooperative: z.string(),
  quantity: z.int(),
  reason: z.enum(complaintReasons),
  text: z.string(),
  photos: z.array(z.object({ id: z.string() })),
  /** What was paid for these units: the most that can go back. */
  worth_fen: positiveFenSchema,
  wish_fen: positiveFenSchema,
  offer_fen: positiveFenSchema.nullable(),
  /** What has gone back. */
  refund_fen: fenSchema.nullable(),
  state: z.enum(complaintStates),
  /** Until when the next step is due; null where nothing is due any more. */
  due_at: z.string().nullable(),
  /** Whether the buyer may still take it to the operator. */
  may_escalate: z.boolean(),
  opened_at: z.string(),
  history: z.array(complaintEventSchema),
});
/** A complaint. */
export type Complaint = z.infer<typeof complaintSchema>;

/** One complaint. */
export const complaintReplySchema = z.object({ complaint: complaintSchema });

/** Which complaints a list shows: those that wait for the reader, or all of them. */
export const complaintsQuerySchema = z.strictObject({
  waiting: z.enum(["0", "1"]).default("0"),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});

/** Complaints: what is due first comes first, what is over last. */
export const complaintsReplySchema = z.object({
  complaints: z.array(complaintSchema),
  count: z.int(),
  /** How many wait for the reader. */
  waiting: z.int(),
});

/** What the buyer of an order may still say of its lines, and what was said. */
export const afterSaleReplySchema = z.object({
  lines: z.array(
    z.object({
      order_line_id: z.string(),
      may_review: z.boolean(),
      review: z
        .object({
          stars: z.int(),
          text: z.string(),
          written_at: z.string(),
          photos: z.array(z.string()),
          answer: z.object({ text: z.string(), at: z.string() }).nullable(),
          hidden: z.boolean(),
        })
        .nullable(),
      /** Units that may still be complained about. */
      complainable: z.int(),
      /** What was paid for all units that may still be complained about. */
      worth_fen: positiveFenSchema,
      /** Until when; null before the delivery. */
      complain_until: z.string().nullable(),
    }),
  ),
  complaints: z.array(complaintSchema),
});
