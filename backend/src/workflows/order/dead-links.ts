/** Frees a cart of links to orders that were never kept: they would let no other order of it come about. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/**
 * NOTE: Medusa links an order with its cart and with its collection side by side. When one of the two fails,
 * the step that failed is not undone, so the other link stays while its order is deleted. An order stands in
 * the database before it is linked, so a link without an order is never one that is being made.
 */
const SQL = `
with dead_cart as (
  update order_cart l set deleted_at = now(), updated_at = now()
   where l.cart_id = :cart_id and l.deleted_at is null
     and not exists (select 1 from "order" o where o.id = l.order_id and o.deleted_at is null)
  returning 1),
dead_collection as (
  update order_payment_collection l set deleted_at = now(), updated_at = now()
   where l.deleted_at is null and l.payment_collection_id in (
       select payment_collection_id from cart_payment_collection where cart_id = :cart_id and deleted_at is null)
     and not exists (select 1 from "order" o where o.id = l.order_id and o.deleted_at is null)
  returning 1)
select (select count(*) from dead_cart)::int + (select count(*) from dead_collection)::int as freed`;

/** @returns how many links led nowhere */
export async function dropDeadLinks(container: MedusaContainer, cart_id: string): Promise<number> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { freed: number }[] }>(SQL, { cart_id });
  return rows[0]?.freed ?? 0;
}
