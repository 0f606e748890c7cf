/**
 * What a plain purchase reads: one price without conditions, one way of delivery. Whatever is less plain gives no row,
 * and the purchase goes Medusa's own way.
 */

/** A type that a function's next version may find there. */
function type(name: string, columns: string): string {
  return `do $$ begin create type ${name} as (${columns}); exception when duplicate_object then null; end $$`;
}

/** Types and functions, in the order in which they need each other. */
export const READING = [
  `create or replace function yigou_raw(n numeric) returns jsonb language sql immutable as $$
     select jsonb_build_object('value', trim_scale(n)::text, 'precision', 20)
   $$`,

  type(
    "yigou_plain_good",
    `at int, variant_id text, quantity int, cart_line_id text, line_id text, item_id text,
     reservation_id text, product_id text, title text, description text, subtitle text, type text, type_id text,
     collection text, handle text, thumbnail text, sku text, barcode text, variant_title text, discountable boolean,
     giftcard boolean, profile_id text, unit_price numeric, inclusive boolean, inventory_item_id text, needs numeric,
     backorder boolean`,
  ),
  type("yigou_place", "at int, location_id text, enough boolean"),

  // The price with the region's rule goes before the one of the currency, as in Medusa. A price list, a quantity, a
  // customer group or a second price of the same rank makes it more than plain.
  `create or replace function yigou_plain_price(price_set text, region text, currency text)
   returns table (amount numeric, inclusive boolean) language sql stable as $$
     with mine as (
       select p.amount, p.price_list_id, p.min_quantity, p.max_quantity, r.rules, r.of_region, r.fitting
       from price p left join price_list l on l.id = p.price_list_id and l.deleted_at is null
       cross join lateral (
         select count(*) rules, count(*) filter (where u.attribute = 'region_id' and u.operator = 'eq') of_region,
           count(*) filter (where u.attribute = 'region_id' and u.value = region) fitting
         from price_rule u where u.price_id = p.id and u.deleted_at is null) r
       where p.price_set_id = price_set and p.deleted_at is null and p.currency_code = currency
         and (p.price_list_id is null or l.status = 'active')),
     best as (
       select min(m.amount) amount, min(m.rules) rules, count(*) n from mine m
        where m.rules = m.fitting and m.rules = (select max(o.rules) from mine o where o.rules = o.fitting))
     select b.amount, coalesce(
         (select f.is_tax_inclusive from price_preference f where b.rules > 0 and f.attribute = 'region_id'
            and f.value = region and f.deleted_at is null),
         (select f.is_tax_inclusive from price_preference f where f.attribute = 'currency_code'
            and f.value = currency and f.deleted_at is null), false)
     from best b
     where b.n = 1 and not exists (select 1 from mine m where m.price_list_id is not null
       or m.min_quantity is not null or m.max_quantity is not null or m.rules <> m.of_region)
   $$`,

  // The ways of delivery within China that the shop offers in a channel; `plain` is false where an address, a rule
  // that is not known here or a calculation decides about one.
  `create or replace function yigou_delivery(channel text, region text, currency text)
   returns table (id text, name text, profile_id text, amount numeric, inclusive boolean, plain boolean)
   language sql stable as $$
     select distinct so.id, so.name, so.shipping_profile_id, price.amount, price.inclusive,
       price.amount is not null and so.price_type = 'flat'
       and not exists (select 1 from geo_zone g where g.service_zone_id = z.id and g.deleted_at is null
         and g.country_code = 'cn' and g.type <> 'country')
       and not exists (select 1 from shipping_option_rule r where r.shipping_option_id = so.id and r.deleted_at is null
         and (r.attribute not in ('enabled_in_store', 'is_return') or r.operator <> 'eq'))
     from sales_channel_stock_location c
     join location_fulfillment_set lf on lf.stock_location_id = c.stock_location_id and lf.deleted_at is null
     join service_zone z on z.fulfillment_set_id = lf.fulfillment_set_id and z.deleted_at is null
     join shipping_option so on so.service_zone_id = z.id and so.deleted_at is null
     left join shipping_option_price_set s on s.shipping_option_id = so.id and s.deleted_at is null
     left join lateral yigou_plain_price(s.price_set_id, region, currency) price on true
     where c.sales_channel_id = channel and c.deleted_at is null
       and exists (select 1 from geo_zone g where g.service_zone_id = z.id and g.deleted_at is null and g.country_code = 'cn')
       and not exists (select 1 from shipping_option_rule r where r.shipping_option_id = so.id and r.deleted_at is null
         and r.operator = 'eq' and (r.attribute = 'enabled_in_store' and r.value #>> '{}' <> 'true'
           or r.attribute = 'is_return' and r.value #>> '{}' <> 'false'))
   $$`,

  // Goods of a purchase as its lines want them, one row for each line that is plain.
  `create or replace function yigou_plain_goods(lines jsonb, channel text, region text, currency text)
   returns setof yigou_plain_good language sql stable as $$
     select l.at, v.id, l.quantity, l.cart_line_id, l.line_id, l.item_id, l.reservation_id, p.id, p.title, p.description,
       p.subtitle, pt.value, pt.id, pc.title, p.handle, coalesce(v.thumbnail, p.thumbnail), v.sku, v.barcode, v.title,
       p.discountable, p.is_giftcard, psp.shipping_profile_id, price.amount, price.inclusive, i.inventory_item_id,
       i.required_quantity * l.quantity, v.allow_backorder
     from jsonb_to_recordset(lines) as l (at int, variant_id text, quantity int, cart_line_id text, line_id text,
       item_id text, reservation_id text)
     join product_variant v on v.id = l.variant_id and v.deleted_at is null and v.manage_inventory
     join product p on p.id = v.product_id and p.deleted_at is null and p.status = 'published'
     join product_sales_channel sc on sc.product_id = p.id and sc.sales_channel_id = channel and sc.deleted_at is null
     join product_shipping_profile psp on psp.product_id = p.id and psp.deleted_at is null
     join product_variant_inventory_item i on i.variant_id = v.id and i.deleted_at is null
     join inventory_item ii on ii.id = i.inventory_item_id and ii.deleted_at is null
     join product_variant_price_set s on s.variant_id = v.id and s.deleted_at is null
     join lateral yigou_plain_price(s.price_set_id, region, currency) price on true
     left join product_type pt on pt.id = p.type_id and pt.deleted_at is null
     left join product_collection pc on pc.id = p.collection_id and pc.deleted_at is null
     where not exists (select 1 from clearance_offer o where o.variant_id = v.id and o.state = 'open')
   $$`,
];
