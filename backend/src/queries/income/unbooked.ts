/**
 * Whether an order has yet to write down a capture of payment `p` in its own books, as SQL. Medusa takes the money
 * before it does so, and takes the order back when it fails to: what is credited for such an order would be
 * credited for an order that never was. What a crash has left out is written by `book-order-money`.
 *
 * @param order_id the column that holds the order; null there is no order, which has no books
 */
export const unbooked = (order_id: string): string => `exists (
  select 1 from capture k where k.payment_id = p.id and k.deleted_at is null and ${order_id} is not null
    and not exists (select 1 from order_transaction b where b.order_id = ${order_id} and b.reference = 'capture'
      and b.reference_id = k.id and b.deleted_at is null))`;
