/** A gift that was tried to buy and came to nothing, so that nobody types fifty addresses twice. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Reply } from "../../contract/routes";
import { CHECKOUT_MODULE, GUEST, type CheckoutService } from "../../modules/checkout";
import { GIFT_MODULE, textOfList, type GiftModuleService } from "../../modules/gift";
import { refuse } from "../../refuse";

type Tried = Reply<"GET /store/checkout/gift">;

/**
 * Reads what a purchase was asked for, by its key and by whoever began it.
 *
 * @param customer_id null for a guest, whose key alone is the proof
 * @throws refusal `not_found` for another's key, for what is no gift, and once it is an order
 */
export async function triedGift(
  scope: MedusaContainer,
  { key, customer_id }: { key: string; customer_id: string | null },
): Promise<Tried> {
  const checkouts = scope.resolve<CheckoutService>(CHECKOUT_MODULE);
  const claim = await checkouts.findClaim({ actor: customer_id ?? GUEST, key });
  if (!claim || claim.order_id) throw refuse("not_found");
  const gifts = scope.resolve<GiftModuleService>(GIFT_MODULE);
  const cart_id = await gifts.findTriedCart(claim.id);
  const gift = cart_id ? await gifts.find(cart_id) : null;
  if (!gift) throw refuse("not_found");
  const recipients = gift.recipients.map(({ address }) => address);
  return {
    ...(await senderOf(scope, gift.cart_id)),
    work_unit_id: claim.work_unit_id,
    message: gift.message,
    recipients,
    text: textOfList(recipients),
  };
}

async function senderOf(
  scope: MedusaContainer,
  cart_id: string,
): Promise<Pick<Tried, "email" | "sender">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Pick<Tried, "email" | "sender">[] }>(
    `select c.email, jsonb_strip_nulls(jsonb_build_object('name', a.first_name, 'phone', a.phone,
        'province', a.province, 'city', a.city, 'county', a.address_2, 'street', a.address_1,
        'county_code', a.metadata ->> 'county_code', 'postal_code', nullif(a.postal_code, ''))) sender
     from cart c join cart_address a on a.id = c.shipping_address_id where c.id = ?`,
    [cart_id],
  );
  const [row] = rows;
  if (!row) throw refuse("not_found");
  return row;
}
