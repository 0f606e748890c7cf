import { CART, ORDER, STOCK } from "./rows";

/**
 * `yigou_place_order(asked)`: a plain purchase as one transaction. Cart, order and reservations stand together, or
 * nothing does; the payment session comes after it, so that stock is held before anybody pays.
 */
export const PLACING = `create or replace function yigou_place_order(asked jsonb) returns jsonb language plpgsql
  set plan_cache_mode = force_generic_plan as $$
declare
  ids constant jsonb := asked -> 'ids';
  channel constant text := asked ->> 'sales_channel_id';
  nil constant jsonb := yigou_raw(0);
  buyer text := asked ->> 'customer_id';
  market record;
  way record;
  goods yigou_plain_good[];
  places yigou_place[];
  due numeric;
begin
  -- One purchase for a key: whoever else holds it comes after, and finds its cart.
  perform from checkout where id = asked ->> 'claim_id' and cart_id is null and order_id is null for update;
  if not found then return '{"outcome": "taken"}'; end if;

  select r.id, r.currency_code into market
    from region r join region_country c on c.region_id = r.id and c.deleted_at is null
    join sales_channel s on s.id = channel and s.deleted_at is null and not s.is_disabled
    join region_payment_provider rp on rp.region_id = r.id and rp.deleted_at is null
    join payment_provider pp on pp.id = rp.payment_provider_id and pp.is_enabled
   where c.iso_2 = 'cn' and r.deleted_at is null and pp.id = asked ->> 'provider_id'
     and not (r.automatic_taxes and exists (select 1 from tax_region t where t.deleted_at is null))
     and not exists (select 1 from promotion p where p.is_automatic and p.status = 'active' and p.deleted_at is null)
   limit 1;
  if not found then return '{"outcome": "other"}'; end if;

  if buyer is null then
    select c.id into buyer from customer c
     where c.email = asked ->> 'guest' and not c.has_account and c.deleted_at is null order by c.id limit 1;
    if not found then return '{"outcome": "new_guest"}'; end if;
  end if;

  -- Stock first, in one order for everybody, so that what is read of it holds and nobody waits in a circle.
  perform from inventory_level n where n.deleted_at is null and n.inventory_item_id in (
      select i.inventory_item_id from jsonb_to_recordset(asked -> 'lines') as l (variant_id text)
        join product_variant_inventory_item i on i.variant_id = l.variant_id and i.deleted_at is null)
    order by n.id for update;
  select array_agg(g order by g.at) into goods
    from yigou_plain_goods(asked -> 'lines', channel, market.id, market.currency_code) g;
  if coalesce(cardinality(goods), 0) <> jsonb_array_length(asked -> 'lines')
     or (select count(distinct g.at) from unnest(goods) g) <> cardinality(goods) then
    return '{"outcome": "other"}';
  end if;

  select array_agg(row(g.at, n.location_id, n.units >= g.needs or g.backorder)::yigou_place) into places
    from unnest(goods) g cross join lateral (
      select l.location_id, l.stocked_quantity - l.reserved_quantity as units
        from inventory_level l join sales_channel_stock_location c on c.stock_location_id = l.location_id
         and c.sales_channel_id = channel and c.deleted_at is null
       where l.inventory_item_id = g.inventory_item_id and l.deleted_at is null
       order by l.stocked_quantity - l.reserved_quantity >= g.needs desc, l.location_id limit 1) n;
  if coalesce(cardinality(places), 0) <> cardinality(goods) then return '{"outcome": "other"}'; end if;
  if exists (select 1 from unnest(places) p where not p.enough) then return '{"outcome": "sold_out"}'; end if;

  if exists (select 1 from yigou_delivery(channel, market.id, market.currency_code) d where not d.plain) then
    return '{"outcome": "other"}';
  end if;
  select d.* into way from yigou_delivery(channel, market.id, market.currency_code) d
   where coalesce(d.id = asked ->> 'shipping_option_id', true) order by d.amount, d.id collate "C" limit 1;
  if not found or exists (select 1 from unnest(goods) g where g.profile_id <> way.profile_id) then
    return '{"outcome": "other"}';
  end if;

  select trim_scale(way.amount + sum(g.unit_price * g.quantity)) into due from unnest(goods) g;
  if due <= 0 or due <> round(due, 2) then return '{"outcome": "other"}'; end if;
  if (asked ->> 'expected_total_fen')::bigint <> due * 100 then
    return jsonb_build_object('outcome', 'price_changed', 'total_fen', (due * 100)::bigint);
  end if;
${CART}
${ORDER}
${STOCK}
  update checkout set cart_id = ids ->> 'cart', updated_at = now() where id = asked ->> 'claim_id';
  return jsonb_build_object('outcome', 'placed', 'total_fen', (due * 100)::bigint, 'currency_code', market.currency_code,
    'level_ids', (select jsonb_agg(distinct n.id) from unnest(goods) g join unnest(places) p on p.at = g.at
      join inventory_level n on n.inventory_item_id = g.inventory_item_id and n.location_id = p.location_id and n.deleted_at is null));
end $$`;
