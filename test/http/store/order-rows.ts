/** Everything that Medusa keeps of one purchase, ids and times aside, so that two purchases can be laid side by side. */
import { z } from "zod";

import { look } from "../ledger";
import type { TestDatabase } from "../../support/postgres";

const LINES = `(select item_id from order_item where order_id = any (array(select order_id from order_cart where cart_id = $1)))`;
const ORDERS = `(select order_id from order_cart where cart_id = $1)`;
const COLLECTIONS = `(select payment_collection_id from cart_payment_collection where cart_id = $1)`;
const CART_LINES = `(select id from cart_line_item where cart_id = $1)`;

/** Tables with what of them belongs to the cart $1. */
const TABLES: Record<string, string> = {
  cart: "id = $1",
  cart_address: `id in (select unnest(array[shipping_address_id, billing_address_id]) from cart where id = $1)`,
  cart_line_item: "cart_id = $1",
  cart_line_item_tax_line: `item_id in ${CART_LINES}`,
  cart_line_item_adjustment: `item_id in ${CART_LINES}`,
  cart_shipping_method: "cart_id = $1",
  cart_payment_collection: "cart_id = $1",
  order: `id in ${ORDERS}`,
  order_cart: "cart_id = $1",
  order_address: `id in (select unnest(array[shipping_address_id, billing_address_id]) from "order" where id in ${ORDERS})`,
  order_item: `order_id in ${ORDERS}`,
  order_line_item: `id in ${LINES}`,
  order_line_item_tax_line: `item_id in ${LINES}`,
  order_line_item_adjustment: `item_id in ${LINES}`,
  order_summary: `order_id in ${ORDERS}`,
  order_shipping: `order_id in ${ORDERS}`,
  order_shipping_method: `id in (select shipping_method_id from order_shipping where order_id in ${ORDERS})`,
  order_transaction: `order_id in ${ORDERS}`,
  order_credit_line: `order_id in ${ORDERS}`,
  order_change: `order_id in ${ORDERS}`,
  order_promotion: `order_id in ${ORDERS}`,
  order_payment_collection: `order_id in ${ORDERS}`,
  payment_collection: `id in ${COLLECTIONS}`,
  payment_session: `payment_collection_id in ${COLLECTIONS}`,
  payment: `payment_collection_id in ${COLLECTIONS}`,
  capture: `payment_id in (select id from payment where payment_collection_id in ${COLLECTIONS})`,
  reservation_item: `line_item_id in ${LINES}`,
};

const SQL = `select ${Object.entries(TABLES)
  .map(
    ([table, which]) =>
      `(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from "${table}" x where ${which}) as "${table}"`,
  )
  .join(", ")}`;

/** Ids of what a purchase makes; those of goods, customers and places are left as they are. */
const OWN =
  /^(cart|caaddr|cali|casm|capaycol|order|ordaddr|ordli|orditem|ordsum|ordsm|ordspmv|ordtrx|ordercart|ordpay|pay_col|payses|pay|capt|resitem)_[0-9A-Z]{26}$/;

/** Rows by table, in an order that hangs on their content. */
export type OrderRows = Record<string, unknown[]>;

/** Reads what became of a cart. */
export async function orderRows(database: TestDatabase, cart_id: string): Promise<OrderRows> {
  const [row] = await look(database, z.record(z.string(), z.array(z.unknown())), SQL, [cart_id]);
  // Medusa's store route notes an empty context and nothing else with a session; a session of ours notes none.
  const sessions = (row?.["payment_session"] ?? []).map((session) => ({
    ...z.record(z.string(), z.unknown()).parse(session),
    context: null,
    metadata: null,
  }));
  return Object.fromEntries(
    Object.entries({ ...row, payment_session: sessions }).map(([table, rows]) => [
      table,
      rows.map(plain).toSorted(byText),
    ]),
  );
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function plain(value: unknown, key?: unknown): unknown {
  if (key === "display_id") return "a number";
  if (typeof key === "string" && key.endsWith("_at")) return value === null ? null : "an instant";
  if (typeof value === "string") return OWN.exec(value)?.[1] ?? value;
  if (Array.isArray(value)) return value.map((one) => plain(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, plain(one, name)]),
  );
}
