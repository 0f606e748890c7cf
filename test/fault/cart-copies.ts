/** Many carts that are ready to be completed, as copies of one that was filled over the shop's own routes. */
import { look } from "../http/ledger";
import type { ReadyCart } from "../http/store/sdk";
import type { TestDatabase } from "../support/postgres";
import { z } from "zod";

/** A column that names something: copied with the number of the copy behind it. */
interface Table {
  name: string;
  /** Which rows belong to the cart `$1`. */
  rows: string;
  /** Columns with ids that each copy has for itself. */
  own: string[];
}

const COLLECTION = "(select payment_collection_id from cart_payment_collection where cart_id = $1)";
const ADDRESSES =
  "(select shipping_address_id from cart where id = $1 union select billing_address_id from cart where id = $1)";

/** In the order of their references. */
const TABLES: Table[] = [
  { name: "cart_address", rows: `id in ${ADDRESSES}`, own: ["id"] },
  { name: "cart", rows: "id = $1", own: ["id", "shipping_address_id", "billing_address_id"] },
  { name: "cart_line_item", rows: "cart_id = $1", own: ["id", "cart_id"] },
  { name: "cart_shipping_method", rows: "cart_id = $1", own: ["id", "cart_id"] },
  { name: "payment_collection", rows: `id = ${COLLECTION}`, own: ["id"] },
  {
    name: "cart_payment_collection",
    rows: "cart_id = $1",
    own: ["id", "cart_id", "payment_collection_id"],
  },
  {
    name: "payment_session",
    rows: `payment_collection_id = ${COLLECTION}`,
    own: ["id", "payment_collection_id"],
  },
  {
    name: "sandbox_charge",
    rows: `session_id in (select id from payment_session where payment_collection_id = ${COLLECTION})`,
    own: ["session_id"],
  },
];

/**
 * Copies a cart.
 *
 * @param count how many copies
 * @returns their ids; the cart itself is not among them
 */
export async function copyCart(
  database: TestDatabase,
  cart: ReadyCart,
  count: number,
): Promise<string[]> {
  for (const { name, rows, own } of TABLES) {
    const columns = await look(
      database,
      z.object({ column_name: z.string() }),
      "select column_name from information_schema.columns where table_name = $1 order by ordinal_position",
      [name],
    );
    const names = columns.map(({ column_name }) => column_name);
    const values = names.map((column) => {
      if (own.includes(column)) return `t.${column} || '_' || n`;
      // The session's id stands in its own data too.
      if (name === "payment_session" && column === "data") {
        return `jsonb_set(t.data, '{session_id}', to_jsonb(t.id || '_' || n))`;
      }
      return `t.${column}`;
    });
    await look(
      database,
      z.unknown(),
      `insert into ${name} (${names.join(", ")}) select ${values.join(", ")}
         from ${name} t, generate_series(1, $2::int) n where t.${rows}`,
      [cart.cart_id, count],
    );
  }
  return Array.from({ length: count }, (_, n) => `${cart.cart_id}_${n + 1}`);
}
