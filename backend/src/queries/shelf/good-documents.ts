/** The documents of goods, worked out of their rows on the shelf. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { type GoodDocument, prefixesOf, type ShelfRow, standingOf } from "../../modules/shelf";

/** Columns of the shelf that a document is made of. */
const COLUMNS = `product_id, category, category_label, county_code, county_name, cooperative_id, township_codes, aliases,
  price_fen::int price_fen, in_stock, favoured, listed_at, read_at, card, page`;

type Source = Pick<
  ShelfRow,
  | "product_id"
  | "category"
  | "category_label"
  | "county_code"
  | "county_name"
  | "cooperative_id"
  | "township_codes"
  | "aliases"
  | "price_fen"
  | "in_stock"
  | "favoured"
  | "listed_at"
  | "read_at"
  | "card"
  | "page"
>;

/** The documents of goods that stand on the shelf; those that do not are left out. */
export async function documentsOf(pg: Knex, product_ids: string[]): Promise<GoodDocument[]> {
  const { rows } = await pg.raw<{ rows: Source[] }>(
    `select ${COLUMNS} from shelf_good where product_id = any(?)`,
    [product_ids],
  );
  return rows.map(documentOf);
}

const BATCH = 500;

type Mutation =
  { action: "upsert"; documents: GoodDocument[] } | { action: "delete"; filters: { id: string[] } };

/**
 * Every document, in batches, or what has changed since a moment.
 *
 * @param pg gives the connection when it is wanted
 * @param from.after goes on behind this id, where an earlier run broke off
 * @param from.since only goods that were renewed or taken off since
 */
export async function* seedOf(
  pg: () => Knex,
  from: { after?: string | undefined; since?: Date | undefined },
): AsyncGenerator<Mutation[]> {
  let after = from.after ?? "";
  for (;;) {
    const { rows } = await pg().raw<{ rows: Source[] }>(
      `select ${COLUMNS} from shelf_good where product_id > ?
         and (?::timestamptz is null or product_id in
           (select c.product_id from shelf_change c where c.changed_at >= ?::timestamptz))
       order by product_id limit ?`,
      [after, from.since ?? null, from.since ?? null, BATCH],
    );
    const last = rows.at(-1);
    if (!last) break;
    after = last.product_id;
    yield [{ action: "upsert", documents: rows.map(documentOf) }];
  }
  if (!from.since) return;
  const gone = await pg().raw<{ rows: { product_id: string }[] }>(
    `select c.product_id from shelf_change c left join shelf_good g using (product_id)
     where c.changed_at >= ? and g.product_id is null`,
    [from.since],
  );
  const ids = gone.rows.map((row) => row.product_id);
  if (ids.length > 0) yield [{ action: "delete", filters: { id: ids } }];
}

/** A document with everything that a card shows and a list is narrowed by. */
export function documentOf(row: Source): GoodDocument {
  const { card, page, in_stock, favoured, price_fen } = row;
  const townships = [...new Set(row.township_codes.map((code) => code.slice(0, 9)))];
  const names = [
    row.county_name,
    row.category_label,
    ...new Set(page.households.map((household) => household.division_name)),
    ...row.aliases,
    ...(page.pairing_enterprise ? [page.pairing_enterprise.name] : []),
  ];
  return {
    id: row.product_id,
    title: card.title,
    title_en: card.title_en,
    names,
    description: page.description,
    category: row.category,
    county: row.county_code,
    cooperative: row.cooperative_id,
    townships,
    places: prefixesOf(townships),
    aliases: row.aliases,
    certificates: [...new Set(page.certificates.map((one) => one.kind))],
    price_fen,
    household_ppm: Math.floor((card.household_fen * 1_000_000) / price_fen),
    in_stock,
    favoured,
    ...standingOf(in_stock, favoured),
    season: Number(page.lot?.harvested_on.slice(5, 7) ?? 0),
    listed_at: row.listed_at.getTime(),
    read_at: row.read_at.getTime(),
    card: JSON.stringify(card),
  };
}
