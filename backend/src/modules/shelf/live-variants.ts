/**
 * SQL of a variant's price and stock as they are this moment, for a lateral join on `product_variant v`.
 * Gives `live.yuan` (numeric, null without a price), `live.units` (null when stock is not counted) and
 * `live.in_stock`.
 *
 * NOTE: prices with rules of their own (customer group, quantity) are left to Medusa's checkout, which
 * refuses with `price_changed` when it differs from what was shown.
 */
export const LIVE_VARIANTS = `
  lateral (
    select priced.yuan, counted.units,
      (not v.manage_inventory or v.allow_backorder or coalesce(counted.units, 0) >= 1) in_stock
    from (
      select coalesce(
        min(p.amount) filter (where l.type = 'override'),
        least(min(p.amount) filter (where l.type = 'sale'), min(p.amount) filter (where l.id is null))
      ) yuan
      from product_variant_price_set s
      join price p on p.price_set_id = s.price_set_id and p.deleted_at is null
        and p.currency_code = 'cny' and p.rules_count = 0 and coalesce(p.min_quantity, 0) <= 1
      left join price_list l on l.id = p.price_list_id
      where s.variant_id = v.id and s.deleted_at is null and (
        p.price_list_id is null or (
          l.deleted_at is null and l.status = 'active' and l.rules_count = 0
          and coalesce(l.starts_at <= now(), true) and coalesce(l.ends_at >= now(), true)
        )
      )
    ) priced, (
      select case when v.manage_inventory then min(of_item.units)::int end units
      from (
        select floor(coalesce(sum(level.stocked_quantity - level.reserved_quantity), 0) / max(i.required_quantity)) units
        from product_variant_inventory_item i
        left join inventory_level level on level.inventory_item_id = i.inventory_item_id and level.deleted_at is null
        where i.variant_id = v.id and i.deleted_at is null
        group by i.inventory_item_id
      ) of_item
    ) counted
  ) live
`;
