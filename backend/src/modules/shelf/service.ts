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
  county_name: string;
  cooperative_name: string;
  township_codes: string[];
  aliases: string[];
  price_fen: number;
  in_stock: boolean;
  listed_at: Date;
  card: Omit<GoodCard, "in_stock">;
  page: ShelfPage;
  /** By which a live price is split when the page is read. */
  terms: SplitTerms & { cooperative_name: string };
  /** A `tsvector` literal. */
  search: string;
  /** When the sources were read. */
  read_at: Date;
}

/** Columns of the table with their types, in the order of its making. */
const COLUMNS = {
  product_id: "text",
  handle: "text",
  cooperative_id: "text",
  cooperative_name: "text",
  category: "text",
  category_label: "text",
  county_code: "text",
  county_name: "text",
  township_codes: "text[]",
  aliases: "text[]",
  price_fen: "bigint",
  in_stock: "boolean",
  listed_at: "timestamptz",
  card: "jsonb",
  page: "jsonb",
  terms: "jsonb",
  search: "tsvector",
  read_at: "timestamptz",
} as const satisfies Record<keyof ShelfRow, string>;

const names = Object.keys(COLUMNS);
const typed = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);
const renewed = names.map((name) => `${name} = excluded.${name}`);

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
      `insert into shelf_good (${names.join()})
       select ${names.join()} from jsonb_to_recordset(?::jsonb) as r (${typed.join()}) order by product_id
       on conflict (product_id) do update set ${renewed.join()} where shelf_good.read_at <= excluded.read_at`,
      [JSON.stringify(rows)],
    );
  }

  /** Takes goods off the shelf. */
  async drop(product_ids: string[]): Promise<void> {
    if (product_ids.length === 0) return;
    await this.pg.raw(`delete from shelf_good where product_id = any(?)`, [product_ids]);
  }
}
