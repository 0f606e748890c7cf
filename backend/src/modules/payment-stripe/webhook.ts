/** Judges a webhook of Stripe by the official client, and keeps of it what is no private matter of the payer. */
import Stripe from "stripe";
import { z } from "zod";

import type { Word } from "./words";

/** How far the clock of a sender may be off, in seconds. */
const MAX_AGE_S = 300;

/** A verified event, or what is wrong with it. */
export type Judged = { verdict: "good"; word: Word } | { verdict: "forged" | "stale" };

const eventSchema = z.object({
  id: z.string().min(1).max(120),
  type: z.string().min(1).max(120),
  data: z.object({
    object: z.object({
      id: z.string(),
      object: z.string(),
      payment_intent: z.union([z.string(), z.object({ id: z.string() })]).nullish(),
    }),
  }),
});

/**
 * Judges signature and age over the raw body. While Stripe rolls a secret it signs twice; the client knows.
 *
 * @param header value of `stripe-signature`
 */
export function judgeWebhook(raw: Buffer, header: string | undefined, secret: string): Judged {
  try {
    Stripe.webhooks.constructEvent(raw, header ?? "", secret, MAX_AGE_S);
  } catch (error) {
    const isStale = error instanceof Error && /outside the tolerance/.test(error.message);
    return { verdict: isStale ? "stale" : "forged" };
  }
  const word = wordOf(JSON.parse(raw.toString("utf8")));
  return word ? { verdict: "good", word } : { verdict: "forged" };
}

/** What is kept of an event; null for what is no event. */
export function wordOf(event: unknown): Word | null {
  const read = eventSchema.safeParse(event);
  if (!read.success) return null;
  const { id, type } = read.data;
  const { object } = read.data.data;
  const { payment_intent } = object;
  const named = typeof payment_intent === "string" ? payment_intent : (payment_intent?.id ?? null);
  const intent_id = object.object === "payment_intent" ? object.id : named;
  return { event_id: id, type, about: aboutOf(type), intent_id };
}

function aboutOf(type: string): Word["about"] {
  if (type.startsWith("payment_intent.")) return "payment";
  if (type.startsWith("charge.dispute.")) return "dispute";
  const isRefund = type.startsWith("refund.") || /^charge\.refund/.test(type);
  return isRefund ? "refund" : "other";
}
