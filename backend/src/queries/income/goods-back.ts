/** Which goods of an order have come back so far, or are claimed and need not come back. */

/**
 * SQL of goods that came back, on \`"order" o\`: rows of \`order_line_id\` and whole \`quantity\`. Units
 * that were claimed count once, whether they come back later or not.
 */
export const GOODS_BACK = `
  select i.item_id as order_line_id,
         i.return_received_quantity + i.return_dismissed_quantity + coalesce((
           select sum(greatest(ci.quantity - coalesce((
                    select sum(ri.received_quantity + ri.damaged_quantity) from return_item ri
                      join return r on r.id = ri.return_id and r.claim_id = c.id and r.canceled_at is null
                     where ri.item_id = ci.item_id and ri.deleted_at is null), 0), 0))
             from order_claim_item ci join order_claim c on c.id = ci.claim_id and c.canceled_at is null
            where ci.item_id = i.item_id and not ci.is_additional_item and ci.deleted_at is null), 0) as quantity
    from order_item i
   where i.order_id = o.id and i.version = o.version and i.deleted_at is null`;
