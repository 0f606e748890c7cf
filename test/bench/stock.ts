/** Which variants a bench may order: those with enough in stock. */
import type pg from "pg";

const IN_STOCK = `
select v.id from product_variant v
  join product p on p.id = v.product_id and p.status = 'published' and p.deleted_at is null
  join product_variant_inventory_item s on s.variant_id = v.id and s.deleted_at is null
  join inventory_level n on n.inventory_item_id = s.inventory_item_id and n.deleted_at is null
  join product_variant_price_set l on l.variant_id = v.id and l.deleted_at is null
  join price m on m.price_set_id = l.price_set_id and m.deleted_at is null
where v.deleted_at is null and n.stocked_quantity - n.reserved_quantity >= $1
group by v.id, p.handle, v.variant_rank order by min(m.amount), p.handle, v.variant_rank`;

/**
 * Variants in stock, cheapest first.
 *
 * @param enough boxes that each must have
 */
export async function variantsInStock(client: pg.Client, enough: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(IN_STOCK, [enough]);
  return rows.map((row) => row.id);
}
