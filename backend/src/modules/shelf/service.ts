/** Keeps the rows of the shelf. What they say is decided by the workflow that refreshes them. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import type { Good, GoodCard } from "../../contract/goods";
import type { SplitTerms } from "../../contract/split";
import { spelledWord, type Word, type WordKind } from "./vocabulary";

/** What a product page shows besides the variants and the news of an adoption, which are read live. */
export type ShelfPage = Omit<Good, "variants" | "adoption">;

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
  card: Omit<GoodCard, "in_stock" | "favoured">;
  page: ShelfPage;
  /** By which a live price is split when the page is read. */
  terms: SplitTerms & { cooperative_name: string };
  /** Favoured by the place's rule: most households behind it had no income for long. */
  favoured: boolean;
  /** Words by which goods are suggested; nothing of households is among them. */
  vocabulary: string[];
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
  favoured: "boolean",
  vocabulary: "text[]",
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

  /**
   * Puts goods on the shelf or renews them; what was read later wins. The search index hears of them next.
   *
   * @param words the words of these goods, by their kinds
   */
  async put(rows: ShelfRow[], words: ReadonlyMap<string, WordKind>): Promise<void> {
    if (rows.length === 0) return;
    const spelled = [...words].map(([word, kind]) => ({ ...spelledWord(word), kind }));
    await this.pg.transaction(async (tx) => {
      await tx.raw(NEW_WORDS, [JSON.stringify(spelled)]);
      await tx.raw(
        `insert into shelf_good (${names.join()})
         select ${names.join()} from jsonb_to_recordset(?::jsonb) as r (${typed.join()}) order by product_id
         on conflict (product_id) do update set ${renewed.join()} where shelf_good.read_at <= excluded.read_at`,
        [JSON.stringify(rows)],
      );
      await tx.raw(CHANGED, [rows.map((row) => row.product_id)]);
    });
  }

  /** Takes goods off the shelf. */
  async drop(product_ids: string[]): Promise<void> {
    if (product_ids.length === 0) return;
    await this.pg.transaction(async (tx) => {
      await tx.raw(`delete from shelf_good where product_id = any(?)`, [product_ids]);
      await tx.raw(CHANGED, [product_ids]);
    });
  }

  /**
   * Words that begin as somebody types, by characters, pinyin or initials; the commonest first.
   *
   * @param typed one word, lower case
   */
  async wordsFrom(typed: string, limit: number): Promise<Word[]> {
    const start = `${typed.replaceAll(/[\\%_]/g, "\\$&")}%`;
    const { rows } = await this.pg.raw<{ rows: Word[] }>(
      `select word, spelling, initials, kind, goods from shelf_word
       where goods > 0 and (word like :start or spelling like :start or initials like :start)
       order by (word = :typed or spelling = :typed or initials = :typed) desc, goods desc, char_length(word), word
       limit :limit`,
      { start, typed, limit },
    );
    return rows;
  }

  /** The commonest words, for "did you mean". */
  async allWords(limit: number): Promise<Word[]> {
    const { rows } = await this.pg.raw<{ rows: Word[] }>(
      `select word, spelling, initials, kind, goods from shelf_word where goods > 0
       order by goods desc, word limit ?`,
      [limit],
    );
    return rows;
  }
}

const NEW_WORDS = `
  insert into shelf_word (word, spelling, initials, kind)
  select word, spelling, initials, kind from jsonb_to_recordset(?::jsonb)
    as w (word text, spelling text, initials text, kind text) order by word
  on conflict (word) do nothing`;

const CHANGED = `
  insert into shelf_change (product_id) select distinct unnest(?::text[]) order by 1
  on conflict (product_id) do update set revision = shelf_change.revision + 1, pending = true,
    changed_at = clock_timestamp()`;
