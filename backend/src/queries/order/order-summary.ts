/** An order as its owner sees it. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Order } from "../../contract/checkout";
import type { Address } from "../../contract/address";
import { yuanToFen } from "../../contract/fen";
import { refuse } from "../../refuse";
import { orderFacts, type OrderFacts, type ParcelFacts } from "./order-facts";
import { BANK_TRANSFER, fulfillmentStateOf, paymentStateOf, returnableOf } from "./order-states";
import { paidParts, sumsOf } from "./order-sums";

/**
 * Reads one order; whether the caller may read it is asked before.
 *
 * @throws refusal `not_found`
 */
export async function orderSummary(scope: MedusaContainer, order_id: string): Promise<Order> {
  const [order] = await orderFacts(scope, [order_id]);
  if (!order) throw refuse("not_found");
  return summaryOf(order);
}

/** A page of a customer's own orders, newest first. */
export async function listOwnOrders(
  scope: MedusaContainer,
  customer_id: string,
  page: { limit: number; offset: number },
): Promise<{ orders: Order[]; count: number }> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { ids: string[]; count: number }[] }>(
    `with own as (
       select id, created_at from "order" where customer_id = ? and not is_draft_order and deleted_at is null
     )
     select array(select id from own order by created_at desc, id desc limit ? offset ?) ids,
       (select count(*)::int from own) count`,
    [customer_id, page.limit, page.offset],
  );
  const { ids, count } = found.rows[0] ?? { ids: [], count: 0 };
  const orders = await orderFacts(scope, ids);
  return { orders: orders.map(summaryOf), count };
}

function summaryOf(order: OrderFacts): Order {
  const { id, display_id, email, status, provider_id, work_unit } = order;
  const paid = paidParts(order);
  return {
    id,
    display_id,
    created_at: order.created_at.toISOString(),
    email,
    status,
    payment_state: paymentStateOf(order),
    fulfillment_state: fulfillmentStateOf(order),
    payment_provider_id: provider_id,
    transfer_reference: provider_id === BANK_TRANSFER ? order.transfer_reference : null,
    work_unit,
    shipping_address: addressOf(order),
    gift_recipients: order.gift_recipients,
    tracking: trackingOf(order.parcels),
    lines: order.lines.map((line) => ({
      id: line.id,
      variant_id: line.variant_id,
      handle: line.handle,
      title: line.title,
      variant_title: line.variant_title,
      picture: line.picture,
      cooperative: line.cooperative,
      quantity: line.quantity,
      returnable: order.status === "canceled" ? 0 : returnableOf(line),
      return_requested: line.return_requested,
      returned: line.returned,
      unit_fen: yuanToFen(line.unit),
      total_fen: paid.lines.get(line.id) ?? 0,
    })),
    ...sumsOf(order),
  };
}

/** The address without the parts that were never given. */
export function addressOf({ address }: OrderFacts): Partial<Address> {
  const given = Object.entries(address).filter(([, value]) => value !== null && value !== "");
  return Object.fromEntries(given);
}

/** Carrier and number of everything that has left. */
export function trackingOf(parcels: readonly ParcelFacts[]): { carrier: string; number: string }[] {
  return parcels
    .filter((parcel) => parcel.shipped)
    .flatMap((parcel) =>
      parcel.numbers.map((number) => ({ carrier: parcel.carrier ?? "", number })),
    );
}
