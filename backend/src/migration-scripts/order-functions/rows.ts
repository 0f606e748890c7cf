/** The rows that a plain purchase becomes: those that Medusa's own cart and completion would write. */

/** Cart, closed, with its lines, addresses, delivery and collection. */
export const CART = `
  insert into cart_address (id, first_name, last_name, address_1, address_2, city, country_code, province, postal_code, phone, metadata)
    select a.id, f.first_name, f.last_name, f.address_1, f.address_2, f.city, f.country_code, f.province, f.postal_code,
           f.phone, f.metadata
      from (values (ids ->> 'cart_ship_to'), (ids ->> 'cart_bill_to')) as a (id),
           jsonb_to_record(asked -> 'address') as f (first_name text, last_name text, address_1 text, address_2 text,
             city text, country_code text, province text, postal_code text, phone text, metadata jsonb);
  insert into cart (id, region_id, customer_id, sales_channel_id, email, currency_code, shipping_address_id,
      billing_address_id, metadata, completed_at)
    values (ids ->> 'cart', market.id, buyer, channel, asked ->> 'email', market.currency_code, ids ->> 'cart_ship_to',
      ids ->> 'cart_bill_to', nullif(asked -> 'metadata', 'null'), now());
  insert into cart_line_item (id, cart_id, title, subtitle, thumbnail, quantity, variant_id, product_id, product_title,
      product_description, product_subtitle, product_type, product_type_id, product_collection, product_handle,
      variant_sku, variant_barcode, variant_title, requires_shipping, is_discountable, is_giftcard, is_tax_inclusive,
      unit_price, raw_unit_price, metadata)
    select g.cart_line_id, ids ->> 'cart', g.title, g.variant_title, g.thumbnail, g.quantity, g.variant_id, g.product_id,
      g.title, g.description, g.subtitle, g.type, g.type_id, g.collection, g.handle, g.sku, g.barcode, g.variant_title,
      true, g.discountable, g.giftcard, g.inclusive, g.unit_price, yigou_raw(g.unit_price), '{}'
    from unnest(goods) g;
  insert into cart_shipping_method (id, cart_id, name, amount, raw_amount, is_tax_inclusive, shipping_option_id, data)
    values (ids ->> 'cart_delivery', ids ->> 'cart', way.name, way.amount, yigou_raw(way.amount), way.inclusive, way.id, '{}');
  insert into payment_collection (id, currency_code, amount, raw_amount, status)
    values (ids ->> 'collection', market.currency_code, due, yigou_raw(due), 'not_paid');
  insert into cart_payment_collection (cart_id, payment_collection_id, id)
    values (ids ->> 'cart', ids ->> 'collection', ids ->> 'cart_collection');
  if asked ->> 'customer_id' is not null then
    insert into cart_owner (cart_id, customer_id) values (ids ->> 'cart', buyer) on conflict do nothing;
  end if;`;

/** The order of this cart, unpaid. */
export const ORDER = `
  insert into order_address (id, first_name, last_name, address_1, address_2, city, country_code, province, postal_code, phone, metadata)
    select case a.id when ids ->> 'cart_ship_to' then ids ->> 'ship_to' else ids ->> 'bill_to' end, a.first_name,
           a.last_name, a.address_1, a.address_2, a.city, a.country_code, a.province, a.postal_code, a.phone, a.metadata
      from cart_address a where a.id in (ids ->> 'cart_ship_to', ids ->> 'cart_bill_to');
  insert into "order" (id, region_id, customer_id, version, sales_channel_id, status, is_draft_order, email,
      currency_code, shipping_address_id, billing_address_id, no_notification, metadata)
    values (ids ->> 'order', market.id, buyer, 1, channel, 'pending', false, asked ->> 'email', market.currency_code,
      ids ->> 'ship_to', ids ->> 'bill_to', false, nullif(asked -> 'metadata', 'null'));
  insert into order_line_item (id, title, subtitle, thumbnail, variant_id, product_id, product_title,
      product_description, product_subtitle, product_type, product_type_id, product_collection, product_handle,
      variant_sku, variant_barcode, variant_title, requires_shipping, is_discountable, is_giftcard, is_tax_inclusive,
      unit_price, raw_unit_price, metadata, created_at)
    select g.line_id, g.title, g.variant_title, g.thumbnail, g.variant_id, g.product_id, g.title, g.description,
      g.subtitle, g.type, g.type_id, g.collection, g.handle, g.sku, g.barcode, g.variant_title, true, g.discountable,
      g.giftcard, g.inclusive, g.unit_price, yigou_raw(g.unit_price), '{}', now()
    from unnest(goods) g;
  insert into order_item (id, order_id, version, item_id, quantity, raw_quantity, fulfilled_quantity, raw_fulfilled_quantity,
      shipped_quantity, raw_shipped_quantity, delivered_quantity, raw_delivered_quantity, return_requested_quantity,
      raw_return_requested_quantity, return_received_quantity, raw_return_received_quantity, return_dismissed_quantity,
      raw_return_dismissed_quantity, written_off_quantity, raw_written_off_quantity, metadata)
    select g.item_id, ids ->> 'order', 1, g.line_id, g.quantity, yigou_raw(g.quantity), 0, nil, 0, nil, 0, nil, 0, nil,
      0, nil, 0, nil, 0, nil, '{}'
    from unnest(goods) g;
  insert into order_shipping_method (id, name, amount, raw_amount, is_tax_inclusive, shipping_option_id, data, is_custom_amount)
    values (ids ->> 'delivery', way.name, way.amount, yigou_raw(way.amount), way.inclusive, way.id, '{}', false);
  insert into order_shipping (id, order_id, version, shipping_method_id)
    values (ids ->> 'order_delivery', ids ->> 'order', 1, ids ->> 'delivery');
  insert into order_summary (id, order_id, version, totals)
    select ids ->> 'summary', ids ->> 'order', 1, jsonb_object_agg(t.name, t.amount) || jsonb_object_agg('raw_' || t.name, yigou_raw(t.amount))
      from (values ('paid_total', 0::numeric), ('refunded_total', 0), ('credit_line_total', 0), ('transaction_total', 0),
        ('accounting_total', due), ('pending_difference', due), ('current_order_total', due), ('original_order_total', due)
      ) as t (name, amount);
  insert into order_cart (order_id, cart_id, id) values (ids ->> 'order', ids ->> 'cart', ids ->> 'order_cart');
  insert into order_payment_collection (order_id, payment_collection_id, id)
    values (ids ->> 'order', ids ->> 'collection', ids ->> 'order_collection');`;

/** Reserves by the guard that every reservation passes; the levels' rows are locked already. */
export const STOCK = `
  insert into reservation_item (id, line_item_id, location_id, quantity, raw_quantity, inventory_item_id, allow_backorder)
    select g.reservation_id, g.line_id, p.location_id, g.needs, yigou_raw(g.needs), g.inventory_item_id, g.backorder
    from unnest(goods) g join unnest(places) p on p.at = g.at;
  update inventory_level n set updated_at = now()
    from unnest(goods) g join unnest(places) p on p.at = g.at
   where n.inventory_item_id = g.inventory_item_id and n.location_id = p.location_id and n.deleted_at is null;`;
