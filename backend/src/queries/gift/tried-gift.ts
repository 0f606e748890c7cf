/** A gift that was tried to buy and came to nothing, so that nobody types fifty addresses twice. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import { CHECKOUT_MODULE, GUEST, type CheckoutService } from "../../modules/checkout";
import { GIFT_MODULE, textOfList, type GiftModuleService } from "../../modules/gift";
import { refuse } from "../../refuse";
import { cartAddress } from "../checkout/cart-address";

/**
 * Reads what a purchase was asked for, by its key and by whoever began it.
 *
 * @param customer_id null for a guest, whose key alone is the proof
 * @throws refusal `not_found` for another's key, for what is no gift, and once it is an order
 */
export async function triedGift(
  scope: MedusaContainer,
  { key, customer_id }: { key: string; customer_id: string | null },
): Promise<Reply<"GET /store/checkout/gift">> {
  const checkouts = scope.resolve<CheckoutService>(CHECKOUT_MODULE);
  const claim = await checkouts.findClaim({ actor: customer_id ?? GUEST, key });
  if (!claim || claim.order_id) throw refuse("not_found");
  const gifts = scope.resolve<GiftModuleService>(GIFT_MODULE);
  const cart_id = await gifts.findTriedCart(claim.id);
  const gift = cart_id ? await gifts.find(cart_id) : null;
  if (!gift) throw refuse("not_found");
  const recipients = gift.recipients.map(({ address }) => address);
  const { email, address: sender } = await cartAddress(scope, gift.cart_id);
  return {
    email,
    sender,
    work_unit_id: claim.work_unit_id,
    message: gift.message,
    recipients,
    text: textOfList(recipients),
  };
}
