/** Income that is payable, made behind the screens: sold, shipped, delivered, its return window over. */
import { randomUUID } from "node:crypto";

import type { Client } from "pg";
import { z } from "zod";

import { checkoutOf } from "../lists/checkouts";
import { productOf } from "../lists/products";
import { type Api, loginAs, read } from "../support/api";

const checkedOut = z.object({ order: z.object({ id: z.string() }) });
const listed = z.object({ product: z.object({ variants: z.array(z.object({ id: z.string() })) }) });
const settleable = z.object({ total_fen: z.number() });
const suppliers = z.object({ households: z.array(z.object({ id: z.string() })) });

const WINDOW_OVER = [
  "update credit_balance set settles_at = now() - interval '1 minute' where order_id = $1",
  `update credit_due d set settles_at = now() - interval '1 minute' from credit_balance b
    where b.credit_id = d.credit_id and b.order_id = $1`,
];

/** Sells goods of three households of the demonstration's cooperative, and waits until their income is payable. */
export async function shippedSale(backend: Api, client: Client): Promise<void> {
  const seller = await loginAs(backend, "cooperative");
  const { households } = read(await seller.get("/cooperative/households?limit=3"), suppliers);
  const body = productOf(
    `结算用脐橙 ${randomUUID().slice(0, 6)}`,
    households.map((one) => one.id),
  );
  const { product } = read(await seller.post("/cooperative/products", body), listed);
  const checkout = checkoutOf(product.variants[0]?.id ?? "", 2);
  const headers = { "idempotency-key": randomUUID() };
  const { order } = read(await backend.post("/store/checkout", checkout, { headers }), checkedOut);
  const path = `/cooperative/orders/${order.id}`;
  const parcel = { carrier: "中国邮政", tracking_number: "YZ100000011" };
  await until(async () => (await seller.post(`${path}/ship`, parcel)).status === 200);
  await until(async () => (await seller.post(`${path}/deliver`)).status === 200);
  const before = await payable(seller);
  await until(async () => {
    for (const sql of WINDOW_OVER) await client.query(sql, [order.id]);
    return (await payable(seller)) > before;
  });
}

async function payable(seller: Api): Promise<number> {
  return read(await seller.get("/cooperative/settleable"), settleable).total_fen;
}

async function until(ask: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error("the income of a sale does not become payable");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
