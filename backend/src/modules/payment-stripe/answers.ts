/**
 * What a notification or a question of ours comes to. An event only says that something happened: how the
 * payment stands now Stripe is asked, so that events may come twice, late and in any order.
 */
import type { WebhookActionResult } from "@medusajs/framework/types";
import { BigNumber, PaymentActions } from "@medusajs/framework/utils";
import type Stripe from "stripe";

import { chargebacksOf } from "./chargebacks";
import { ask } from "./failures";
import { bookIdOf, giveBackOnce, isGiven, listRefunds } from "./refunds";
import { wordOf } from "./webhook";
import {
  missedQuestionSchema,
  questionSchema,
  wordSchema,
  type ChargebacksHeard,
  type Question,
  type RefundsHeard,
  type Word,
} from "./words";

const NOTHING: WebhookActionResult = { action: PaymentActions.NOT_SUPPORTED };

/** @param data a stored word or a question; anything else means nothing */
export async function answerTo(stripe: Stripe, data: unknown): Promise<WebhookActionResult> {
  const question = questionSchema.safeParse(data);
  if (question.success) return answerQuestion(stripe, question.data);
  const missed = missedQuestionSchema.safeParse(data);
  if (missed.success) return answerMissed(stripe, missed.data.since_s);
  const word = wordSchema.safeParse(data);
  if (!word.success || !word.data.intent_id) return NOTHING;
  const { about, intent_id } = word.data;
  if (about === "other") return NOTHING;
  const intent = await ask(() => stripe.paymentIntents.retrieve(intent_id));
  // An intent that names no session of ours belongs to somebody else who uses the same account.
  const { session_id } = intent.metadata;
  if (!session_id) return NOTHING;
  if (about === "payment") return standing(intent, session_id);
  if (about === "dispute")
    return { ...NOTHING, data: await disputed(stripe, intent.id, session_id) };
  return { ...standing(intent, session_id), data: await heard(stripe, intent.id, session_id) };
}

/** Stripe remembers for a month which of its events nobody took. */
async function answerMissed(stripe: Stripe, since_s: number): Promise<WebhookActionResult> {
  const created = { gte: Math.floor(Date.now() / 1000) - since_s };
  const wanted = { delivery_success: false, created, limit: 100 };
  const events = await ask(() => stripe.events.list(wanted).autoPagingToArray({ limit: 1000 }));
  const missed = events.flatMap((event) => wordOf(event) ?? []).filter(isOfMoney);
  const data = { session_id: "", amount: new BigNumber(0), missed };
  return { action: PaymentActions.NOT_SUPPORTED, data };
}

const isOfMoney = ({ about }: Word): boolean => about !== "other";

async function heard(
  stripe: Stripe,
  intent_id: string,
  session_id: string,
): Promise<RefundsHeard & { amount: BigNumber }> {
  const refunds = (await listRefunds(stripe, intent_id)).map((one) => ({
    refund_id: bookIdOf(one),
    amount_fen: one.amount,
    is_given: isGiven(one),
  }));
  return { session_id, amount: new BigNumber(0), refunds };
}

async function disputed(
  stripe: Stripe,
  intent_id: string,
  session_id: string,
): Promise<ChargebacksHeard & { amount: BigNumber }> {
  const chargebacks = await chargebacksOf(stripe, intent_id);
  return { session_id, amount: new BigNumber(0), chargebacks };
}

async function answerQuestion(stripe: Stripe, question: Question): Promise<WebhookActionResult> {
  const { session_id, house_id } = question;
  // The session was never opened at Stripe, so nobody can have paid it.
  if (!house_id) return NOTHING;
  if (question.type === "inquiry") {
    const intent = await ask(() => stripe.paymentIntents.retrieve(house_id));
    return intent.metadata.session_id === session_id ? standing(intent, session_id) : NOTHING;
  }
  const { refund_id, amount_fen } = question;
  const is_given = await giveBackOnce(stripe, { intent_id: house_id, refund_id, amount_fen });
  const action = is_given ? PaymentActions.SUCCESSFUL : PaymentActions.FAILED;
  return { action, data: { session_id, amount: new BigNumber(0) } };
}

function standing(intent: Stripe.PaymentIntent, session_id: string): WebhookActionResult {
  const action = actionOf(intent);
  // NOTE: amounts stay out of the answer; what is captured is checked against the session.
  return { action, data: { session_id, amount: new BigNumber(0) } };
}

function actionOf(intent: Stripe.PaymentIntent): PaymentActions {
  switch (intent.status) {
    case "succeeded":
      return PaymentActions.SUCCESSFUL;
    case "requires_capture":
      return PaymentActions.AUTHORIZED;
    case "canceled":
      return PaymentActions.CANCELED;
    case "requires_payment_method":
      return intent.last_payment_error ? PaymentActions.FAILED : PaymentActions.NOT_SUPPORTED;
    case "processing":
      return PaymentActions.PENDING_AUTHORIZATION;
    case "requires_action":
    case "requires_confirmation":
      return PaymentActions.NOT_SUPPORTED;
  }
}
