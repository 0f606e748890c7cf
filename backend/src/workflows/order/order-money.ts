/** Where the money of a cart and its order stands, read in one statement. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer, PaymentSessionStatus } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/** The chain cart → order → collection → session → payment; null where it ends. */
export interface OrderMoney {
  cart_id: string;
  order_id: string | null;
  order_status: string | null;
  collection_id: string | null;
  session_id: string | null;
  session_status: PaymentSessionStatus | null;
  session_data: Record<string, unknown> | null;
  session_amount: string | null;
  currency_code: string | null;
  provider_id: string | null;
  payment_id: string | null;
  captured: boolean;
}

interface Rows<T> {
  rows: T[];
}

const SELECT = `
  select c.id as cart_id, o.id as order_id, o.status as order_status, cpc.payment_collection_id as collection_id,
    s.id as session_id, s.status as session_status, s.data as session_data, s.amount as session_amount,
    s.currency_code, s.provider_id, p.id as payment_id, p.captured_at is not null as captured
  from cart c
  left join order_cart oc on oc.cart_id = c.id and oc.deleted_at is null
  left join "order" o on o.id = oc.order_id and o.deleted_at is null
  left join cart_payment_collection cpc on cpc.cart_id = c.id and cpc.deleted_at is null
  left join lateral (
    select * from payment_session ps where ps.payment_collection_id = cpc.payment_collection_id and ps.deleted_at is null
    order by (ps.status in ('authorized', 'captured')) desc, ps.created_at desc limit 1) s on true
  left join payment p on p.payment_session_id = s.id and p.deleted_at is null`;

type Key = { cart_id: string } | { order_id: string } | { session_id: string };

/** @returns the money of the cart that a cart, an order or a payment session belongs to; null when there is none */
export async function findOrderMoney(
  container: MedusaContainer,
  key: Key,
): Promise<OrderMoney | null> {
  const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<Rows<OrderMoney>>(`${SELECT} where ${conditionOf(key)}`, { ...key });
  return found.rows[0] ?? null;
}

function conditionOf(key: Key): string {
  if ("cart_id" in key) return "c.id = :cart_id";
  if ("order_id" in key) return "o.id = :order_id";
  return `cpc.payment_collection_id = (select payment_collection_id from payment_session where id = :session_id)`;
}

/**
 * Whether an order stands on nothing: placed, but the completion died before the payment was even tried.
 * An order that waits for a transfer or a late answer does not count.
 */
export function isStranded(money: OrderMoney): boolean {
  return (
    money.order_id !== null &&
    money.payment_id === null &&
    money.session_status !== "pending_authorization"
  );
}
