/**
 * Makes a catalogue larger by copies of its own goods, row by row as each shop wrote them through its own doors:
 * the same goods in both shops, in seconds instead of hours.
 */
import type pg from "pg";

import { withClient } from "../../backend/local/database";

/** A column whose value a copy gets of its own: with the copy's ending. */
interface Table {
  table: string;
  /** The column by which its rows are found, and among which originals. */
  by: [column: string, originals: keyof typeof ORIGINALS];
  own: string[];
  /** Expressions over `t` and the ending `c.ending` for columns that hold such values within. */
  within?: Record<string, string>;
}

/** Ids of originals and the endings of their copies, each from the one before. */
const ORIGINALS = {
  product: "",
  variant: `select v.id, c.ending from product_variant v join copy_product c on c.id = v.product_id`,
  option: `select o.product_option_id id, c.ending from product_product_option o join copy_product c on c.id = o.product_id`,
  link: `select o.id, c.ending from product_product_option o join copy_product c on c.id = o.product_id`,
  price_set: `select s.price_set_id id, c.ending from product_variant_price_set s join copy_variant c on c.id = s.variant_id`,
  item: `select i.inventory_item_id id, c.ending from product_variant_inventory_item i join copy_variant c on c.id = i.variant_id`,
} as const;

/** Stock Medusa's tables, in the order of their foreign keys. */
const STOCK: Table[] = [
  { table: "product", by: ["id", "product"], own: ["id", "handle"] },
  { table: "image", by: ["product_id", "product"], own: ["id", "product_id"] },
  { table: "product_option", by: ["id", "option"], own: ["id"] },
  { table: "product_option_value", by: ["option_id", "option"], own: ["id", "option_id"] },
  {
    table: "product_product_option",
    by: ["product_id", "product"],
    own: ["id", "product_id", "product_option_id"],
  },
  {
    table: "product_product_option_value",
    by: ["product_product_option_id", "link"],
    own: ["id", "product_product_option_id", "product_option_value_id"],
  },
  { table: "product_variant", by: ["product_id", "product"], own: ["id", "product_id", "sku"] },
  {
    table: "product_variant_option",
    by: ["variant_id", "variant"],
    own: ["variant_id", "option_value_id"],
  },
  { table: "product_category_product", by: ["product_id", "product"], own: ["product_id"] },
  { table: "product_sales_channel", by: ["product_id", "product"], own: ["id", "product_id"] },
  { table: "product_shipping_profile", by: ["product_id", "product"], own: ["id", "product_id"] },
  { table: "price_set", by: ["id", "price_set"], own: ["id"] },
  { table: "price", by: ["price_set_id", "price_set"], own: ["id", "price_set_id"] },
  {
    table: "product_variant_price_set",
    by: ["variant_id", "variant"],
    own: ["id", "variant_id", "price_set_id"],
  },
  { table: "inventory_item", by: ["id", "item"], own: ["id", "sku"] },
  { table: "inventory_level", by: ["inventory_item_id", "item"], own: ["id", "inventory_item_id"] },
  {
    table: "product_variant_inventory_item",
    by: ["variant_id", "variant"],
    own: ["id", "variant_id", "inventory_item_id"],
  },
];

const renamed = (column: string): string => `replace(replace(t.${column}::text,
  '"' || t.product_id || '"', '"' || t.product_id || c.ending || '"'),
  '"' || t.handle || '"', '"' || t.handle || c.ending || '"')::jsonb`;

/** What ours keeps of a good beside that. */
const OURS: Table[] = [
  { table: "supply_terms", by: ["product_id", "product"], own: ["id", "product_id"] },
  {
    table: "shelf_good",
    by: ["product_id", "product"],
    own: ["product_id", "handle"],
    within: { card: renamed("card"), page: renamed("page") },
  },
];

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  return rows.map((row) => row.name);
}

async function copyRows(client: pg.Client, { table, by, own, within = {} }: Table): Promise<void> {
  const columns = await columnsOf(client, table);
  const values = columns.map((one) => {
    const ending = own.includes(one) ? " || c.ending" : "";
    return within[one] ?? `t.${client.escapeIdentifier(one)}${ending}`;
  });
  await client.query(
    `insert into ${table} (${columns.map((one) => client.escapeIdentifier(one)).join(", ")})
     select ${values.join(", ")} from ${table} t join copy_${by[1]} c on c.id = t.${by[0]}`,
  );
}

/** Goods that a copy is no other of: an adoption has its trees, a clearance its end. */
const COMMON = `
select p.handle from product p
 where p.deleted_at is null and p.status = 'published'
   and not exists (select from adoption_offer a where a.product_id = p.id)
   and not exists (select from clearance_offer c where c.product_id = p.id)
 order by p.handle`;

/** Handles of our goods that can be copied. */
export async function copiedHandles(ownerUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ handle: string }>(COMMON);
    return rows.map((row) => row.handle);
  });
}

/**
 * Adds copies to a shop.
 *
 * @param handles of the originals, in an order that is the same for both shops
 * @param more how many copies in all
 */
export async function cloneGoods(
  ownerUrl: string,
  side: "stock" | "ours",
  handles: readonly string[],
  more: number,
): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query("begin");
    await client.query(
      `create temp table copy_product on commit drop as
       select p.id, '-' || ((n - 1) / $2::int + 2) as ending from generate_series(1, $3::int) n
         join unnest($1::text[]) with ordinality h (handle, nth) on h.nth = (n - 1) % $2::int + 1
         join product p on p.handle = h.handle and p.deleted_at is null`,
      [handles, handles.length, more],
    );
    for (const [name, sql] of Object.entries(ORIGINALS)) {
      if (sql !== "") await client.query(`create temp table copy_${name} on commit drop as ${sql}`);
    }
    const tables = side === "ours" ? [...STOCK, ...OURS] : STOCK;
    for (const table of tables) await copyRows(client, table);
    await client.query("commit");
    await client.query("analyze");
  });
}
