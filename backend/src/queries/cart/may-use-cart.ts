/** Who may use a cart: of a signed-in customer only that customer, of a guest whoever knows its id. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

interface Rows<T> {
  rows: T[];
}

/**
 * @param actor whoever is logged in
 * @param use `complete` stays open to a guest after completion: it answers with the same order again
 * @returns false both for a strange cart and for one that does not exist
 */
export async function mayUseCart(
  scope: MedusaContainer,
  actor: { type: string; id?: string },
  { cart_id, use }: { cart_id: string; use: "complete" | "other" },
): Promise<boolean> {
  const pg: Knex = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<{ completed: boolean; owner_id: string | null }>>(
    `select c.completed_at is not null as completed, o.customer_id as owner_id
     from cart c left join cart_owner o on o.cart_id = c.id
     where c.id = :cart_id and c.deleted_at is null`,
    { cart_id },
  );
  const [cart] = found.rows;
  if (!cart) return false;
  if (cart.owner_id) return actor.type === "customer" && actor.id === cart.owner_id;
  return !cart.completed || use === "complete";
}

/** @returns the cart or the order that a payment collection belongs to; null when it is unknown */
export async function findCollectionHome(
  scope: MedusaContainer,
  collection_id: string,
): Promise<{ cart_id: string | null; order_id: string | null } | null> {
  const pg: Knex = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<{ cart_id: string | null; order_id: string | null }>>(
    `select (select cart_id from cart_payment_collection where payment_collection_id = pc.id and deleted_at is null) as cart_id,
       (select order_id from order_payment_collection where payment_collection_id = pc.id and deleted_at is null) as order_id
     from payment_collection pc where pc.id = :collection_id and pc.deleted_at is null`,
    { collection_id },
  );
  return found.rows[0] ?? null;
}
