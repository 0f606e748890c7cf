/** Finds orders that a crash has left behind. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { type Dated, oldEnough, oldOrAhead } from "./first-seen";

/** How far back a sweep looks: longer than a shop is ever down. */
const WINDOW = "interval '7 days'";

interface Rows<T> {
  rows: T[];
}

/**
 * Carts whose order has no payment and does not wait for one, also when the order is linked with the cart or
 * with its collection alone, and whatever became of the payment session.
 *
 * @param age_s how long ago the order must have been placed, so that a completion under way is left alone
 */
export async function findStrandedCarts(
  container: MedusaContainer,
  age_s: number,
): Promise<string[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<Dated & { cart_id: string }>>(
    `with young as (
       select cart_id, order_id, created_at from order_cart
        where deleted_at is null and created_at > now() - ${WINDOW} and ${oldOrAhead("created_at")}
       union all
       select k.cart_id, l.order_id, l.created_at from order_payment_collection l
         join cart_payment_collection k on k.payment_collection_id = l.payment_collection_id and k.deleted_at is null
        where l.deleted_at is null and l.created_at > now() - ${WINDOW} and ${oldOrAhead("l.created_at")})
     select y.cart_id, bool_and(y.created_at > now()) as is_ahead from young y
       join "order" o on o.id = y.order_id and o.deleted_at is null and o.status <> 'canceled'
       join cart_payment_collection k on k.cart_id = y.cart_id and k.deleted_at is null
       join payment_collection pc on pc.id = k.payment_collection_id and pc.amount > 0
      where not exists (select 1 from payment_session s where s.payment_collection_id = pc.id
                         and s.deleted_at is null and s.status = 'pending_authorization')
        and not exists (select 1 from payment p where p.payment_collection_id = pc.id and p.deleted_at is null)
      group by 1 limit 50`,
    { age_s },
  );
  return oldEnough(found.rows, ({ cart_id }) => `stranded ${cart_id}`, age_s).map(
    ({ cart_id }) => cart_id,
  );
}

/**
 * Carts that are paid but became no order: their completion failed after the payment was taken, and an
 * undo never gives money back.
 *
 * @param age_s how long ago the payment must have been taken
 */
export async function findPaidCarts(container: MedusaContainer, age_s: number): Promise<string[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<Dated & { cart_id: string }>>(
    `select cpc.cart_id, p.captured_at > now() as is_ahead from payment p
     join cart_payment_collection cpc on cpc.payment_collection_id = p.payment_collection_id and cpc.deleted_at is null
     where p.deleted_at is null
       and p.captured_at > now() - ${WINDOW} and ${oldOrAhead("p.captured_at")}
       and not exists (select 1 from order_cart oc join "order" o on o.id = oc.order_id and o.deleted_at is null
                        where oc.cart_id = cpc.cart_id and oc.deleted_at is null)
       and not exists (select 1 from refund r where r.payment_id = p.id and r.deleted_at is null)
     order by p.captured_at limit 50`,
    { age_s },
  );
  return oldEnough(found.rows, ({ cart_id }) => `paid ${cart_id}`, age_s).map(
    ({ cart_id }) => cart_id,
  );
}

/**
 * Orders that died before they were linked to their cart, or while their undoing had let go of it. An order that the operator wrote by hand
 * was changed after it was made; one that died was not.
 *
 * @param age_s how long ago the order must have been made
 */
export async function findOrphanedOrders(
  container: MedusaContainer,
  age_s: number,
): Promise<string[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<Dated & { id: string }>>(
    `select o.id, o.created_at > now() as is_ahead from "order" o
     where o.status = 'pending' and not o.is_draft_order and o.deleted_at is null and o.version = 1
       and o.updated_at < o.created_at + interval '1 second'
       and o.created_at > now() - ${WINDOW} and ${oldOrAhead("o.created_at")}
       and not exists (select 1 from order_cart oc where oc.order_id = o.id and oc.deleted_at is null)
       and not exists (select 1 from order_payment_collection opc where opc.order_id = o.id and opc.deleted_at is null)
       and not exists (select 1 from order_change ch where ch.order_id = o.id)
     order by o.created_at limit 50`,
    { age_s },
  );
  return oldEnough(found.rows, ({ id }) => id, age_s).map(({ id }) => id);
}
