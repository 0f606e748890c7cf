/** Finds orders that a crash has left behind. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

interface Rows<T> {
  rows: T[];
}

/**
 * Carts whose order has no payment and does not wait for one.
 *
 * @param age_s how long ago the order must have been placed, so that a completion under way is left alone
 */
export async function findStrandedCarts(
  container: MedusaContainer,
  age_s: number,
): Promise<string[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<{ cart_id: string }>>(
    `select oc.cart_id from order_cart oc
     join cart_payment_collection cpc on cpc.cart_id = oc.cart_id and cpc.deleted_at is null
     where oc.deleted_at is null and oc.created_at < now() - make_interval(secs => :age_s)
       and exists (select 1 from payment_session s where s.payment_collection_id = cpc.payment_collection_id
                   and s.deleted_at is null and s.status <> 'pending_authorization')
       and not exists (select 1 from payment_session s where s.payment_collection_id = cpc.payment_collection_id
                       and s.deleted_at is null and s.status = 'pending_authorization')
       and not exists (select 1 from payment p where p.payment_collection_id = cpc.payment_collection_id
                       and p.deleted_at is null)
     order by oc.created_at limit 50`,
    { age_s },
  );
  return found.rows.map((row) => row.cart_id);
}

/**
 * Carts that are paid but became no order: their completion failed after the payment was taken, and an
 * undo never gives money back.
 *
 * @param age_s how long ago the payment must have been taken
 */
export async function findPaidCarts(container: MedusaContainer, age_s: number): Promise<string[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<{ cart_id: string }>>(
    `select cpc.cart_id from payment p
     join cart_payment_collection cpc on cpc.payment_collection_id = p.payment_collection_id and cpc.deleted_at is null
     where p.deleted_at is null and p.captured_at < now() - make_interval(secs => :age_s)
       and not exists (select 1 from order_cart oc where oc.cart_id = cpc.cart_id and oc.deleted_at is null)
       and not exists (select 1 from refund r where r.payment_id = p.id and r.deleted_at is null)
     order by p.captured_at limit 50`,
    { age_s },
  );
  return found.rows.map((row) => row.cart_id);
}

/**
 * Orders that died before they were even linked to their cart. An order that the operator wrote by hand
 * was changed after it was made; one that died was not.
 *
 * @param age_s how long ago the order must have been made
 */
export async function findOrphanedOrders(
  container: MedusaContainer,
  age_s: number,
): Promise<string[]> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<{ id: string }>>(
    `select o.id from "order" o
     where o.status = 'pending' and not o.is_draft_order and o.deleted_at is null and o.version = 1
       and o.updated_at < o.created_at + interval '1 second'
       and o.created_at between now() - interval '1 day' and now() - make_interval(secs => :age_s)
       and not exists (select 1 from order_cart oc where oc.order_id = o.id)
       and not exists (select 1 from order_payment_collection opc where opc.order_id = o.id)
       and not exists (select 1 from order_change ch where ch.order_id = o.id)
     order by o.created_at limit 50`,
    { age_s },
  );
  return found.rows.map((row) => row.id);
}
