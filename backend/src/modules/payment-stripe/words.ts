/** Stored notifications and our own questions, as the provider reads them. */
import { z } from "zod";

import { chargebackStates } from "../../contract/chargeback";

/** What is kept of a verified event: which thing it speaks of. How that thing stands, Stripe is asked. */
export const wordSchema = z.object({
  event_id: z.string(),
  type: z.string(),
  about: z.enum(["payment", "refund", "dispute", "other"]),
  intent_id: z.string().nullable(),
});
/** What is kept of a verified event. */
export type Word = z.infer<typeof wordSchema>;

const sessionSchema = { session_id: z.string().min(1), house_id: z.string().nullable() };

/** Questions of our own: what became of this session, and has this refund been given? */
export const questionSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("inquiry"), ...sessionSchema }),
  z.object({
    type: z.literal("refund"),
    ...sessionSchema,
    refund_id: z.string().min(1),
    amount_fen: z.int().positive(),
  }),
]);
/** A question of our own. */
export type Question = z.infer<typeof questionSchema>;

/** A question of our own: which notifications of the last time never reached us? */
export const missedQuestionSchema = z.object({
  type: z.literal("missed"),
  since_s: z.int().positive(),
});

/** Notifications that never reached us. */
export const missedSchema = z.object({ missed: z.array(wordSchema) });

/** What a notification of a refund answers beside Medusa's words: every refund of its payment. */
export const refundsHeardSchema = z.object({
  session_id: z.string(),
  refunds: z.array(
    z.object({ refund_id: z.string(), amount_fen: z.int().positive(), is_given: z.boolean() }),
  ),
});
/** Refunds that a notification told of. */
export type RefundsHeard = z.infer<typeof refundsHeardSchema>;

/** What a notification of a dispute answers: every chargeback of its payment. */
export const chargebacksHeardSchema = z.object({
  session_id: z.string(),
  chargebacks: z.array(
    z.object({
      id: z.string().min(1),
      intent_id: z.string(),
      amount_fen: z.int().positive(),
      currency: z.string(),
      reason: z.string(),
      state: z.enum(chargebackStates),
      is_inquiry: z.boolean(),
      due_at: z.string().nullable(),
      opened_at: z.string(),
      fee: z.object({ amount: z.int(), currency: z.string() }).nullable(),
    }),
  ),
});
/** Chargebacks that a notification told of. */
export type ChargebacksHeard = z.infer<typeof chargebacksHeardSchema>;
