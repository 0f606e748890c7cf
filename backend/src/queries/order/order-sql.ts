/** SQL over the tables in which Medusa keeps an order. Lines and adjustments count in the order's own version. */

/** SQL of what is paid for a line after discounts, on `order_item oi` and `order_line_item li`. */
export const LINE_PAID = `coalesce(oi.unit_price, li.unit_price) * oi.quantity - coalesce((
  select sum(a.amount) from order_line_item_adjustment a
  where a.item_id = li.id and a.version = oi.version and a.deleted_at is null), 0)`;

/** SQL of whether a claim has sent a line again, on \`order_line_item li\`: the buyer does not pay it. */
const SENT_AGAIN = `exists (select 1 from order_claim_item ci
  where ci.item_id = li.id and ci.is_additional_item and ci.deleted_at is null)`;

const LINES = `
  select jsonb_agg(jsonb_build_object(
    'id', li.id, 'product_id', li.product_id, 'variant_id', li.variant_id,
    'handle', coalesce(p.handle, li.product_handle), 'title', coalesce(li.product_title, li.title),
    'variant_title', coalesce(li.variant_title, ''), 'picture', li.thumbnail,
    'cooperative_id', l.cooperative_id, 'cooperative', c.name,
    'quantity', oi.quantity::int, 'fulfilled', oi.fulfilled_quantity::int, 'shipped', oi.shipped_quantity::int,
    'delivered', oi.delivered_quantity::int, 'return_requested', oi.return_requested_quantity::int,
    'returned', (oi.return_received_quantity + oi.return_dismissed_quantity)::int,
    'complained', (select coalesce(sum(q.quantity), 0)::int from complaint q
      where q.order_line_id = li.id and q.state not in ('dismissed', 'closed', 'withdrawn')),
    'unit', round(coalesce(oi.unit_price, li.unit_price), 2)::text,
    'paid_micro', case when ${SENT_AGAIN} then 0 else round(1000000 * (${LINE_PAID}))::bigint end
  ) order by li.created_at, li.id) rows
  from order_item oi
  join order_line_item li on li.id = oi.item_id and li.deleted_at is null
  left join product p on p.id = li.product_id
  left join listing l on l.product_id = li.product_id
  left join cooperative c on c.id = l.cooperative_id
  where oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null and oi.quantity > 0`;

const PARCELS = `
  select jsonb_agg(jsonb_build_object(
    'id', f.id, 'carrier', f.metadata ->> 'carrier',
    'numbers', coalesce((select jsonb_agg(fl.tracking_number order by fl.id) from fulfillment_label fl
      where fl.fulfillment_id = f.id and fl.deleted_at is null), '[]'),
    'line_ids', coalesce((select jsonb_agg(distinct fi.line_item_id) from fulfillment_item fi
      where fi.fulfillment_id = f.id and fi.deleted_at is null), '[]'),
    'shipped', f.shipped_at is not null, 'delivered', f.delivered_at is not null
  ) order by f.created_at, f.id) rows
  from order_fulfillment ofu
  join fulfillment f on f.id = ofu.fulfillment_id and f.deleted_at is null and f.canceled_at is null
  where ofu.order_id = o.id and ofu.deleted_at is null`;

/** SQL of an order's money, for a lateral join on `"order" o`: `captured`, `refunded`, `provider_id`. */
export const ORDER_PAYMENT = `
  select
    (select coalesce(sum(c.amount), 0) from payment p join capture c on c.payment_id = p.id and c.deleted_at is null
      where p.payment_collection_id = any(pcs.ids)) captured,
    (select coalesce(sum(r.amount), 0) from payment p join refund r on r.payment_id = p.id and r.deleted_at is null
      where p.payment_collection_id = any(pcs.ids)) refunded,
    (select s.provider_id from payment_session s where s.payment_collection_id = any(pcs.ids) and s.deleted_at is null
      order by s.status in ('authorized', 'captured') desc, s.created_at desc limit 1) provider_id
  from (select coalesce(array_agg(opc.payment_collection_id), '{}') ids from order_payment_collection opc
    where opc.order_id = o.id and opc.deleted_at is null) pcs`;

/** SQL of what has to be paid, for a lateral join on `"order" o`: `goods` and `shipping`, not yet rounded. */
export const ORDER_DUE = `
  select
    (select coalesce(sum(${LINE_PAID}), 0) from order_item oi join order_line_item li on li.id = oi.item_id
      where oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null and not ${SENT_AGAIN}) goods,
    (select coalesce(sum(sm.amount - coalesce((select sum(a.amount) from order_shipping_method_adjustment a
        where a.shipping_method_id = sm.id and a.version = os.version and a.deleted_at is null), 0)), 0)
      from order_shipping os join order_shipping_method sm on sm.id = os.shipping_method_id and sm.deleted_at is null
      where os.order_id = o.id and os.version = o.version and os.return_id is null and os.deleted_at is null) shipping`;

/** SQL of whole orders by id. */
export const ORDER = `
  select o.id, o.display_id, o.created_at, coalesce(o.email, '') email, o.status,
    jsonb_build_object('name', nullif(trim(concat_ws(' ', a.first_name, nullif(a.last_name, ''))), ''),
      'phone', a.phone, 'province', a.province, 'city', a.city, 'county', a.address_2,
      'county_code', a.metadata ->> 'county_code', 'street', a.address_1, 'postal_code', nullif(a.postal_code, '')) address,
    coalesce(lines.rows, '[]') lines, coalesce(parcels.rows, '[]') parcels, money.provider_id,
    b.transfer_reference,
    (select count(*)::int from order_cart oc join gift_recipient r on r.cart_id = oc.cart_id
      where oc.order_id = o.id and oc.deleted_at is null) gift_recipients,
    case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end work_unit,
    round(1000000 * due.shipping)::float8 shipping_micro, round(due.goods + due.shipping, 2)::text total,
    round(money.captured, 2)::text captured, round(money.refunded, 2)::text refunded
  from "order" o
  left join order_address a on a.id = o.shipping_address_id
  left join order_buyer b on b.order_id = o.id
  left join work_unit u on u.id = b.work_unit_id
  left join lateral (${LINES}) lines on true
  left join lateral (${PARCELS}) parcels on true
  left join lateral (${ORDER_PAYMENT}) money on true
  left join lateral (${ORDER_DUE}) due on true
  where o.id = any(?) and not o.is_draft_order and o.deleted_at is null
  order by o.created_at desc, o.id desc`;
