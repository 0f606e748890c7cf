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
  /** Whether there is anything to pay. */
  due: boolean;
}

interface Rows<T> {
  rows: T[];
}

/**
 * NOTE: Medusa links an order with its cart and with its collection in two statements. A crash or a second
 * call between them leaves an order with one link, or a link to an order that was never kept; so the order is
 * the living one that either link names.
 */
const SELECT = `
  select c.id as cart_id, o.id as order_id, o.status as order_status, cpc.payment_collection_id as collection_id,
    s.id as session_id, s.status as session_status, s.data as session_data, s.amount as session_amount,
    s.currency_code, s.provider_id, p.id as payment_id, p.captured_at is not null as captured,
    coalesce(pc.amount > 0, false) as due
  from cart c
  left join cart_payment_collection cpc on cpc.cart_id = c.id and cpc.deleted_at is null
  left join payment_collection pc on pc.id = cpc.payment_collection_id
  left join order_cart oc on oc.cart_id = c.id and oc.deleted_at is null
  left join order_payment_collection opc
    on opc.payment_collection_id = cpc.payment_collection_id and opc.deleted_at is null
  left join lateral (
    select l.id, l.status from "order" l where l.id in (oc.order_id, opc.order_id) and l.deleted_at is null
    order by l.id = oc.order_id desc nulls last limit 1) o on true
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
  if ("order_id" in key) {
    return "c.id in (select cart_id from order_cart where order_id = :order_id and deleted_at is null)";
  }
  return `cpc.payment_collection_id = (select payment_collection_id from payment_session where id = :session_id)`;
}

/**
 * Whether an order stands on nothing: placed, but the completion died before the payment was even tried.
 * An order that waits for a transfer or a late answer does not count, nor one that costs nothing.
 */
export function isStranded(money: OrderMoney): boolean {
  return (
    money.due &&
    money.order_id !== null &&
    money.payment_id === null &&
    money.session_status !== "pending_authorization"
  );
}
