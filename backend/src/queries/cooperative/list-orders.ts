/** Orders as a selling cooperative sees them: its own lines only. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Query, Reply } from "../../contract/routes";
import { refuse } from "../../refuse";
import { orderFacts, type LineFacts, type OrderFacts } from "../order/order-facts";
import { ORDER_DUE, ORDER_PAYMENT } from "../order/order-sql";
import { BANK_TRANSFER, isPaid, paymentStateOf } from "../order/order-states";
import { paidParts, sumsOf } from "../order/order-sums";
import { addressOf, trackingOf } from "../order/order-summary";

type SellerOrder = Reply<"GET /cooperative/orders">["orders"][number];
type OrdersQuery = Query<"GET /cooperative/orders">;

/**
 * The ids of a page, by the state of the cooperative's own lines.
 * NOTE: the states are told a second time in `stateOf`; a test holds the two together.
 */
const PAGE = `
  with own as (
    select oi.order_id, sum(oi.quantity) quantity, sum(oi.shipped_quantity) shipped, sum(oi.delivered_quantity) delivered
    from listing l
    join order_line_item li on li.product_id = l.product_id and li.deleted_at is null
    join order_item oi on oi.item_id = li.id and oi.deleted_at is null
    join "order" o on o.id = oi.order_id and o.version = oi.version and not o.is_draft_order and o.deleted_at is null
    where l.cooperative_id = ?
    group by oi.order_id
  ), stated as (
    select o.id, o.created_at, case
        when o.status = 'canceled' or (money.captured > 0 and money.refunded >= money.captured and own.shipped = 0) then 'canceled'
        when own.delivered >= own.quantity then 'delivered'
        when own.shipped >= own.quantity then 'shipped'
        when money.captured > 0 and (money.refunded > 0 or round(money.captured, 2) >= due.total) or due.total = 0 then 'to_ship'
        when money.provider_id = '${BANK_TRANSFER}' then 'awaiting_transfer'
        else 'awaiting_payment'
      end state
    from own
    join "order" o on o.id = own.order_id
    left join lateral (${ORDER_PAYMENT}) money on true
    left join lateral (select round(d.goods + d.shipping, 2) total from (${ORDER_DUE}) d) due on true
  ), wanted as (select * from stated where ?::text is null or state = ?)
  select array(select id from wanted order by created_at desc, id desc limit ? offset ?) ids,
    (select count(*)::int from wanted) count`;

/**
 * A page of orders with lines of this cooperative, newest first.
 *
 * @param cooperative_id of the actor
 */
export async function listSellerOrders(
  scope: MedusaContainer,
  cooperative_id: string,
  { state, limit, offset }: OrdersQuery,
): Promise<{ orders: SellerOrder[]; count: number }> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { ids: string[]; count: number }[] }>(PAGE, [
    cooperative_id,
    state ?? null,
    state ?? null,
    limit,
    offset,
  ]);
  const { ids, count } = found.rows[0] ?? { ids: [], count: 0 };
  const orders = await orderFacts(scope, ids);
  return { orders: orders.map((order) => sellerOrderOf(order, cooperative_id)), count };
}

/**
 * One order with lines of this cooperative.
 *
 * @throws refusal `not_found` also when the order is another's
 */
export async function readSellerOrder(
  scope: MedusaContainer,
  cooperative_id: string,
  id: string,
): Promise<SellerOrder> {
  const [order] = await orderFacts(scope, [id]);
  if (!order || ownLines(order, cooperative_id).length === 0) throw refuse("not_found");
  return sellerOrderOf(order, cooperative_id);
}

/**
 * Passes only when every line of the order is this cooperative's: who sells a part of it does not
 * receive the money of the whole.
 *
 * @throws refusal `not_found`, `forbidden_action` when others sell in it too
 */
export async function requireWholeOrder(
  scope: MedusaContainer,
  cooperative_id: string,
  id: string,
): Promise<void> {
  const [order] = await orderFacts(scope, [id]);
  const own = order ? ownLines(order, cooperative_id) : [];
  if (!order || own.length === 0) throw refuse("not_found");
  if (own.length < order.lines.length) throw refuse("forbidden_action");
}

function ownLines(order: OrderFacts, cooperative_id: string): LineFacts[] {
  return order.lines.filter((line) => line.cooperative_id === cooperative_id);
}

function sellerOrderOf(order: OrderFacts, cooperative_id: string): SellerOrder {
  const lines = ownLines(order, cooperative_id);
  const ids = new Set(lines.map((line) => line.id));
  const { lines: paid } = paidParts(order);
  const state = stateOf(order, lines);
  // An address is for sending goods: not before the money is there, save a transfer that is on its way.
  const shown = state !== "awaiting_payment" && state !== "canceled";
  const whole = lines.length === order.lines.length;
  return {
    id: order.id,
    display_id: order.display_id,
    created_at: order.created_at.toISOString(),
    payment_state: paymentStateOf(order),
    state,
    transfer_reference:
      order.provider_id === BANK_TRANSFER && whole ? order.transfer_reference : null,
    order_total_fen: sumsOf(order).total_fen,
    work_unit: order.work_unit?.name ?? null,
    shipping_address: shown ? addressOf(order) : {},
    gift_recipients: order.gift_recipients,
    lines: lines.map((line) => ({
      id: line.id,
      title: line.title,
      variant_title: line.variant_title,
      quantity: line.quantity,
      shipped: line.shipped,
      return_requested: line.return_requested,
      total_fen: paid.get(line.id) ?? 0,
    })),
    total_fen: lines.reduce((all, line) => all + (paid.get(line.id) ?? 0), 0),
    tracking: trackingOf(
      order.parcels.filter((parcel) => parcel.line_ids.some((line_id) => ids.has(line_id))),
    ),
  };
}

/** Where the cooperative's own part of an order stands. */
function stateOf(order: OrderFacts, lines: LineFacts[]): SellerOrder["state"] {
  const payment = paymentStateOf(order);
  if (order.status === "canceled") return "canceled";
  if (payment === "refunded" && lines.every((line) => line.shipped === 0)) return "canceled";
  if (lines.every((line) => line.delivered >= line.quantity)) return "delivered";
  if (lines.every((line) => line.shipped >= line.quantity)) return "shipped";
  if (isPaid(order) || payment === "refunded") return "to_ship";
  return payment === "awaiting_transfer" ? "awaiting_transfer" : "awaiting_payment";
}
