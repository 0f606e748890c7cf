/** What is kept with a payment session: enough to go on, nothing about the payer. */
import { BigNumber } from "@medusajs/framework/utils";
import type { BigNumberInput, PaymentSessionStatus } from "@medusajs/framework/types";
import type Stripe from "stripe";
import { z } from "zod";

import { roundToFen, type Fen } from "../../contract/money";
import { savedCardIdSchema } from "../../contract/saved-card";
import { refuse } from "../../refuse";

/** What a buyer may put into a session; everything else of theirs is ignored. */
export const wishSchema = z.object({
  session_id: z.string().min(1),
  confirmation_token: z
    .string()
    .regex(/^ctoken_\w{4,120}$/)
    .optional(),
  return_url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  saved_card: savedCardIdSchema.optional(),
  save_card: z.boolean().optional(),
});

/** A session. Amounts are whole fen, which for CNY is Stripe's smallest unit. */
export const sessionSchema = wishSchema.extend({
  id: z.string().regex(/^pi_\w+$/),
  amount_fen: z.int().positive(),
  status: z.string(),
  client_secret: z.string().nullable(),
});
/** A session. */
export type SessionData = z.infer<typeof sessionSchema>;

/**
 * Yuan of Medusa in fen.
 *
 * @throws refusal `invalid_input` for anything but a positive amount
 */
export function fenOf(amount: BigNumberInput): Fen {
  const fen = roundToFen(new BigNumber(amount).numeric);
  if (fen <= 0) throw refuse("invalid_input", { field: "amount" });
  return fen;
}

/** What is kept of an intent. */
export function dataOf(
  intent: Stripe.PaymentIntent,
  { session_id, confirmation_token, saved_card, return_url }: z.infer<typeof wishSchema>,
): SessionData {
  return {
    id: intent.id,
    session_id,
    amount_fen: intent.amount,
    status: intent.status,
    client_secret: intent.client_secret,
    ...(confirmation_token ? { confirmation_token } : {}),
    ...(saved_card ? { saved_card } : {}),
    ...(return_url ? { return_url } : {}),
  };
}

/** Stripe's word for where an intent stands, in Medusa's words. */
export function statusOf(intent: Stripe.PaymentIntent): PaymentSessionStatus {
  switch (intent.status) {
    case "succeeded":
      return "captured";
    case "requires_capture":
      return "authorized";
    case "processing":
      // The buyer has done what there is to do; the answer comes by webhook, hours or days later.
      return "pending_authorization";
    case "requires_action":
      return "requires_more";
    case "canceled":
      return "canceled";
    case "requires_payment_method":
      return intent.last_payment_error ? "error" : "pending";
    case "requires_confirmation":
      return "pending";
  }
}

/**
 * Nothing is captured and nothing is believed that is not what the session asks for.
 *
 * @throws refusal `amount_differs`
 */
export function assertSame(intent: Stripe.PaymentIntent, session: SessionData): void {
  const paid_fen = intent.status === "succeeded" ? intent.amount_received : intent.amount;
  const isOurs = intent.metadata.session_id === session.session_id;
  if (!isOurs || intent.currency !== "cny" || paid_fen !== session.amount_fen) {
    throw refuse("amount_differs", { due_fen: session.amount_fen });
  }
}
