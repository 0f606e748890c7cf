/** A purchase that was tried and came to nothing, so that nobody types an address twice. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import { CHECKOUT_MODULE, GUEST, type CheckoutService } from "../../modules/checkout";
import { GIFT_MODULE, type GiftModuleService } from "../../modules/gift";
import { PICKUP_MODULE, type PickupModuleService } from "../../modules/pickup";
import { refuse } from "../../refuse";
import { cartAddress } from "./cart-address";

/**
 * Reads what a purchase was asked for, by its key and by whoever began it.
 *
 * @param customer_id null for a guest, whose key alone is the proof
 * @throws refusal `not_found` for another's key, for a gift, once it is an order, and a day later
 */
export async function triedCheckout(
  scope: MedusaContainer,
  { key, customer_id }: { key: string; customer_id: string | null },
): Promise<Reply<"GET /store/checkout/tried">> {
  const checkouts = scope.resolve<CheckoutService>(CHECKOUT_MODULE);
  const claim = await checkouts.findClaim({ actor: customer_id ?? GUEST, key });
  const cart_id = claim ? await checkouts.findTriedCart(claim) : null;
  if (!claim || !cart_id) throw refuse("not_found");
  const [gift, waiting, { email, address, note }] = await Promise.all([
    scope.resolve<GiftModuleService>(GIFT_MODULE).find(cart_id),
    scope.resolve<PickupModuleService>(PICKUP_MODULE).waiting(cart_id),
    cartAddress(scope, cart_id),
  ]);
  if (gift) throw refuse("not_found");
  const { name, phone } = address;
  return {
    email,
    // The place of a pick-up point is the point's, not the buyer's.
    address: waiting ? { name, phone } : address,
    pickup_point_id: waiting?.point_id ?? null,
    work_unit_id: claim.work_unit_id,
    note,
  };
}
