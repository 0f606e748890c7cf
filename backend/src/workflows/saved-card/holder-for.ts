/** In whose name at the payment house a purchase is paid: nobody's, unless its buyer wants to use or save a card. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { CheckoutBody } from "../../contract/checkout";
import {
  CARD_HOUSE,
  SAVED_CARD_MODULE,
  type SavedCardModuleService,
} from "../../modules/saved-card";
import { refuse } from "../../refuse";
import { paymentHouses } from "../payment/payment-houses";

/**
 * The holder of the cards of a purchase.
 *
 * @param customer_id null for a guest, who has no cards here
 * @returns null where no card is saved or used; whether a card is the holder's own, the house is asked
 * @throws refusal `not_found` for a card of nobody's; `invalid_input` for saving without an account
 */
export async function holderFor(
  container: MedusaContainer,
  { payment_data, payment_provider_id }: CheckoutBody,
  customer_id: string | null,
): Promise<string | null> {
  const { saved_card, save_card = false, confirmation_token } = payment_data ?? {};
  if (saved_card === undefined && !save_card) return null;
  const isClear = payment_provider_id === CARD_HOUSE && !(saved_card && confirmation_token);
  if (!isClear || (saved_card && save_card))
    throw refuse("invalid_input", {
      field: saved_card ? "payment_data.saved_card" : "payment_data.save_card",
      reason: "one card of one payment house",
      reason_zh: "只能用一张卡",
    });
  if (customer_id === null) {
    if (saved_card) throw refuse("not_found", { field: "payment_data.saved_card" });
    throw refuse("invalid_input", {
      field: "payment_data.save_card",
      reason: "cards are saved in an account",
      reason_zh: "登录后才能保存银行卡",
    });
  }
  const service = container.resolve<SavedCardModuleService>(SAVED_CARD_MODULE);
  const known = await service.findHolder(customer_id);
  if (known !== null) return known;
  if (saved_card) throw refuse("not_found", { field: "payment_data.saved_card" });
  // Of the customer the house hears the id alone; Medusa's type asks for a mail address.
  const customer = { id: customer_id, email: "" };
  const made = await paymentHouses(container).createAccountHolder(CARD_HOUSE, {
    context: { customer },
  });
  return service.keepHolder(customer_id, made.id);
}
