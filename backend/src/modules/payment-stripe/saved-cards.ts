/** Cards that Stripe keeps for a buyer. A holder is Stripe's customer; of the buyer it knows our id and nothing else. */
import Stripe from "stripe";
import { z } from "zod";

import type { SavedCard } from "../../contract/saved-card";
import { refuse } from "../../refuse";
import { ask } from "./failures";

/** Nobody waits long for a list beside which a new card can be typed in. */
const LIST = { timeout: 5_000, maxNetworkRetries: 1 };

const contextSchema = z.object({
  account_holder: z.object({ data: z.object({ id: z.string().regex(/^cus_\w+$/) }) }),
});

/** The holder whom Medusa's context of a payment names; null when it names none. */
export function holderIn(context: unknown): string | null {
  return contextSchema.safeParse(context).data?.account_holder.data.id ?? null;
}

/** Opens a holder, once per customer. */
export async function openHolder(stripe: Stripe, customer_id: string): Promise<string> {
  const made = await ask(() =>
    stripe.customers.create(
      { metadata: { customer_id } },
      { idempotencyKey: `holder:${customer_id}` },
    ),
  );
  return made.id;
}

/** A holder's cards, the newest first, each once however often it was saved. */
export async function cardsOf(stripe: Stripe, holder: string): Promise<SavedCard[]> {
  const seen = new Set<string>();
  return (await methodsOf(stripe, holder)).flatMap(({ id, card }) => {
    const print = card?.fingerprint ?? id;
    if (!card || seen.has(print)) return [];
    seen.add(print);
    const { brand, last4, exp_month, exp_year } = card;
    return [{ id, brand, last4, exp_month, exp_year }];
  });
}

/** @throws refusal `not_found` for a card that the holder does not have */
export async function assertOwnCard(
  stripe: Stripe,
  holder: string | null,
  card_id: string,
): Promise<Stripe.PaymentMethod> {
  const found = holder === null ? null : await methodIfAny(stripe, card_id);
  const owner = typeof found?.customer === "string" ? found.customer : found?.customer?.id;
  if (!found || found.type !== "card" || owner !== holder)
    throw refuse("not_found", { field: "payment_data.saved_card" });
  return found;
}

/**
 * Removes a holder's card at Stripe, every copy of it.
 *
 * @throws refusal `not_found`
 */
export async function removeCard(stripe: Stripe, holder: string, card_id: string): Promise<void> {
  const { id, card } = await assertOwnCard(stripe, holder, card_id);
  const print = card?.fingerprint;
  const copies = print
    ? (await methodsOf(stripe, holder)).filter((one) => one.card?.fingerprint === print)
    : [];
  for (const one of new Set([...copies.map((copy) => copy.id), id])) await detach(stripe, one);
}

async function methodsOf(stripe: Stripe, holder: string): Promise<Stripe.PaymentMethod[]> {
  return ask(async () => {
    try {
      const wanted = { type: "card" as const, limit: 100 };
      return (await stripe.customers.listPaymentMethods(holder, wanted, LIST)).data;
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  });
}

async function methodIfAny(stripe: Stripe, id: string): Promise<Stripe.PaymentMethod | null> {
  return ask(async () => {
    try {
      return await stripe.paymentMethods.retrieve(id);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  });
}

/** Two at once: whoever comes second finds it gone, which is what was wished. */
async function detach(stripe: Stripe, id: string): Promise<void> {
  await ask(async () => {
    try {
      await stripe.paymentMethods.detach(id);
    } catch (error) {
      const now = isRefused(error) ? await stripe.paymentMethods.retrieve(id) : null;
      if (now?.customer !== null) throw error;
    }
  });
}

function isRefused(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError;
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing"
  );
}
