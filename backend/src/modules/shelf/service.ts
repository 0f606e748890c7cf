/** Keeps the rows of the shelf. What they say is decided by the workflow that refreshes them. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { Good, GoodCard } from "../../contract/goods";
import type { SplitTerms } from "../../contract/split";

/** What a product page shows besides the variants, which are read live. */
export type ShelfPage = Omit<Good, "variants">;

/** One good on the shelf. */
export interface ShelfRow {
  product_id: string;
  handle: string;
  cooperative_id: string;
  category: string;
  category_label: string;
  county_code: string;
  township_codes: string[];
  aliases: string[];
  variant_ids: string[];
  price_fen: number;
  in_stock: boolean;
  listed_at: string;
  card: Omit<GoodCard, "in_stock">;
  page: ShelfPage;
  /** By which a live price is split when the page is read. */
  terms: SplitTerms & { cooperative_name: string };
  /** A `tsvector` literal. */
  search: string;
  /** When the sources were read. */
  read_at: string;
}

const COLUMNS = `product_id, handle, cooperative_id, category, category_label, county_code, township_codes, aliases,
  variant_ids, price_fen, in_stock, listed_at, card, page, terms, search, read_at`;

/** Register over the table `shelf_good`. */
export class ShelfService {
  private readonly pg: Knex;

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.pg = __pg_connection__;
  }

  /** Puts goods on the shelf or renews them; what was read later wins. */
  async put(rows: ShelfRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.pg.raw(
      `insert into shelf_good (${COLUMNS})
       select product_id, handle, cooperative_id, category, category_label, county_code, township_codes, aliases,
         variant_ids, price_fen, in_stock, listed_at, card, page, terms, search::tsvector, read_at
       from jsonb_to_recordset(?::jsonb) as r (product_id text, handle text, cooperative_id text, category text,
         category_label text, county_code text, township_codes text[], aliases text[], variant_ids text[],
         price_fen bigint, in_stock boolean, listed_at timestamptz, card jsonb, page jsonb, terms jsonb,
         search text, read_at timestamptz)
       order by product_id
       on conflict (product_id) do update set (${COLUMNS}) = row (excluded.product_id, excluded.handle,
         excluded.cooperative_id, excluded.category, excluded.category_label, excluded.county_code,
         excluded.township_codes, excluded.aliases, excluded.variant_ids, excluded.price_fen, excluded.in_stock,
         excluded.listed_at, excluded.card, excluded.page, excluded.terms, excluded.search, excluded.read_at)
       where shelf_good.read_at <= excluded.read_at`,
      [JSON.stringify(rows)],
    );
  }

  /** Takes goods off the shelf. */
  async drop(product_ids: string[]): Promise<void> {
    if (product_ids.length === 0) return;
    await this.pg.raw(`delete from shelf_good where product_id = any(?)`, [product_ids]);
  }

  /** Marks which goods can be bought; rows that say so already are not touched. */
  async markStock(goods: { product_id: string; in_stock: boolean }[]): Promise<void> {
    if (goods.length === 0) return;
    await this.pg.raw(
      `update shelf_good g set in_stock = r.in_stock
       from jsonb_to_recordset(?::jsonb) as r (product_id text, in_stock boolean)
       where g.product_id = r.product_id and g.in_stock <> r.in_stock`,
      [JSON.stringify(goods)],
    );
  }
}
