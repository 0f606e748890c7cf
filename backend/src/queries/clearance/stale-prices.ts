/** Whether a cart was filled at a clearance price that no longer holds. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { LIVE_VARIANTS } from "../../modules/shelf";

/**
 * NOTE: Medusa keeps the price that a line had when it was added. A payment that was made while the price
 * held is honoured; otherwise the buyer must see the price of now.
 */
export async function hasStalePrice(scope: MedusaContainer, cart_id: string): Promise<boolean> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: unknown[] }>(
    `select 1 from cart_line_item l
     join product_variant v on v.id = l.variant_id, ${LIVE_VARIANTS}
     where l.cart_id = ? and l.deleted_at is null and not l.is_custom_price and live.yuan is not null
       and exists (select 1 from clearance_offer c where c.variant_id = l.variant_id)
       and l.unit_price <> live.yuan
       and not exists (select 1 from cart_payment_collection cpc
         join payment_session s on s.payment_collection_id = cpc.payment_collection_id and s.deleted_at is null
         where cpc.cart_id = l.cart_id and cpc.deleted_at is null and s.status in ('authorized', 'captured'))
       and not exists (select 1 from order_cart oc where oc.cart_id = l.cart_id and oc.deleted_at is null)
     limit 1`,
    [cart_id],
  );
  return rows.length > 0;
}
