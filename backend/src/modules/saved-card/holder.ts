/** How a holder is named to the payment house. */

/** The house that keeps cards. */
export const CARD_HOUSE = "pp_stripe_stripe";

/** Medusa's context of a payment or a question, with the holder in it. */
export function holderContext(house_id: string) {
  return { account_holder: { data: { id: house_id } } };
}
