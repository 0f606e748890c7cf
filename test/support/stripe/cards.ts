/**
 * What Stripe's documented test cards do.
 *
 * @source https://docs.stripe.com/testing
 */

/** What becomes of a payment by such a card. */
export interface CardFate {
  /** Why the bank says no. */
  decline?: { code: string; decline_code?: string; message: string };
  /** The bank wants the payer to confirm first. */
  challenge?: boolean;
}

const declined = (decline_code: string): CardFate => ({
  decline: { code: "card_declined", decline_code, message: "Your card was declined." },
});

const fates: Record<string, CardFate> = {
  "4242424242424242": {},
  "5555555555554444": {},
  "6200000000000005": {},
  "4000000000000002": declined("generic_decline"),
  "4000000000009995": {
    decline: {
      code: "card_declined",
      decline_code: "insufficient_funds",
      message: "Your card has insufficient funds.",
    },
  },
  "4000000000009987": declined("lost_card"),
  "4000000000009979": declined("stolen_card"),
  "4000000000000069": { decline: { code: "expired_card", message: "Your card has expired." } },
  "4000000000000127": {
    decline: { code: "incorrect_cvc", message: "Your card's security code is incorrect." },
  },
  "4000000000000119": {
    decline: {
      code: "processing_error",
      message: "An error occurred while processing your card.",
    },
  },
  "4000000000003220": { challenge: true },
  "4000002500003155": { challenge: true },
  "4000008400001629": { ...declined("generic_decline"), challenge: true },
};

/** Payment methods that exist without a form, as `pm_card_visa`. */
export const knownMethods: Record<string, string> = {
  pm_card_visa: "4242424242424242",
  pm_card_mastercard: "5555555555554444",
  pm_card_chargeDeclined: "4000000000000002",
  pm_card_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_threeDSecure2Required: "4000000000003220",
};

/** What a card does; null for a number that is no test card. */
export function fateOf(number: string): CardFate | null {
  return fates[number.replaceAll(" ", "")] ?? null;
}
