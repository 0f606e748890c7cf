/** What Stripe's errors mean for a purchase. */
import Stripe from "stripe";

import { refuse } from "../../refuse";

const UNSURE = new Set(["idempotency_key_in_use", "lock_timeout", "rate_limit"]);

/**
 * Asks Stripe.
 *
 * @throws refusal `payment_declined` with the reason as a fact; `busy` when nobody can tell what became of the
 *   request, which may be sent again under its key; `not_ready` when our own key is refused
 */
export async function ask<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw meaningOf(error);
  }
}

function meaningOf(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const { code } = error;
  const isUnsure =
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError ||
    UNSURE.has(code ?? "");
  if (isUnsure) return refuse("busy");
  const isOurFault =
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError;
  if (isOurFault) return refuse("not_ready");
  if (error instanceof Stripe.errors.StripeCardError) {
    return refuse("payment_declined", { decline: error.decline_code || code || "card_declined" });
  }
  return refuse("payment_declined", { decline: code ?? "invalid_request" });
}

/** The intent that an error tells of: where it stands although the request was refused. */
export function intentOf(error: unknown): Stripe.PaymentIntent | null {
  return error instanceof Stripe.errors.StripeError ? (error.payment_intent ?? null) : null;
}

/** Whether an error says that more would go back than there is. */
export function isTooMuchBack(error: unknown): boolean {
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return false;
  return error.code === "charge_already_refunded" || /greater than unrefunded/.test(error.message);
}
