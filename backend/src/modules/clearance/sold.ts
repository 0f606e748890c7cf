/**
 * SQL of the units that an offer `c` has sold: those of orders that stand. Counted from the sales that the
 * guard of the database wrote while it held the offer's row, so that a cancelled order gives its units back.
 */
export const CLEARANCE_SOLD = `
  coalesce((select sum(s.quantity) from clearance_sale s
    join order_line_item sl on sl.id = s.order_line_id
    join "order" so on so.id = s.order_id and so.status <> 'canceled' and so.deleted_at is null
    where s.offer_id = c.id), 0)::int`;
