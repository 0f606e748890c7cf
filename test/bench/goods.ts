/** The goods of ours, read from its database, so that the plain shop gets the very same ones. */
import { withClient } from "../../backend/local/database";

/** One good with everything that both shops hold of it. */
export interface BenchGood {
  title: string;
  handle: string;
  description: string;
  category: string;
  thumbnail: string | null;
  images: string[];
  variants: { title: string; price_yuan: number; stock: number }[];
}

const SQL = `
select p.title, p.handle, coalesce(p.description, '') as description, p.thumbnail,
  coalesce((select c.name from product_category_product l join product_category c on c.id = l.product_category_id
    where l.product_id = p.id order by c.name limit 1), '') as category,
  coalesce((select json_agg(i.url order by i.rank) from image i
    where i.product_id = p.id and i.deleted_at is null), '[]') as images,
  (select json_agg(json_build_object('title', v.title, 'price_yuan', m.amount, 'stock',
      coalesce((select sum(n.stocked_quantity) from product_variant_inventory_item s
        join inventory_level n on n.inventory_item_id = s.inventory_item_id and n.deleted_at is null
        where s.variant_id = v.id and s.deleted_at is null), 0)) order by v.variant_rank, v.id)
    from product_variant v
    join product_variant_price_set l on l.variant_id = v.id and l.deleted_at is null
    join price m on m.price_set_id = l.price_set_id and m.currency_code = 'cny'
      and m.price_list_id is null and m.deleted_at is null
    where v.product_id = p.id and v.deleted_at is null) as variants
from product p where p.deleted_at is null and p.status = 'published' order by p.created_at, p.id`;

/** Reads every published good. */
export async function readGoods(databaseUrl: string): Promise<BenchGood[]> {
  return withClient(databaseUrl, async (client) => (await client.query<BenchGood>(SQL)).rows);
}
