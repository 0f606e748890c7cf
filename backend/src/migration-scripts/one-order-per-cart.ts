/**
 * Uniqueness that no lock can lose: one order per cart, one collection per cart, one order per
 * collection, one payment per session. Rows that were taken back (deleted_at) do not count.
 */
import type { ExecArgs } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

const indexes = [
  `create unique index if not exists yigou_one_order_per_cart on order_cart (cart_id) where deleted_at is null`,
  `create unique index if not exists yigou_one_collection_per_cart on cart_payment_collection (cart_id) where deleted_at is null`,
  `create unique index if not exists yigou_one_order_per_collection on order_payment_collection (payment_collection_id) where deleted_at is null`,
  `create unique index if not exists yigou_one_payment_per_session on payment (payment_session_id) where deleted_at is null`,
];

export default async function oneOrderPerCart({ container }: ExecArgs): Promise<void> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  for (const index of indexes) await pg.raw(index);
}
