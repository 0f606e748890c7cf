/** Any Medusa client works: it buys over the standard routes, and the income is credited all the same. */
import { createHmac } from "node:crypto";

import { z } from "zod";

import { type Backend, startBackend } from "../../support/backend";
import { demo } from "../../support/postgres";
import { TEST_SECRETS } from "../../support/world";
import { expectLedgerOk, look } from "../ledger";
import { type Listed, listGoods, openShop, type Shop, sumOf, until, untilCredited } from "../shop";
import { type Answer, refusalOf, replyOf, type Visitor } from "../visitor";
import { clientOf, completedSchema, fillCart, type ReadyCart } from "./sdk";

let shop: Shop;
let second: Backend;
let guest: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  const { url } = shop.house.database;
  second = await startBackend({ databaseUrl: url, env: { YIGOU_SWEEP_S: "2" } });
  guest = await shop.visitor("anonymous");
  goods = await listGoods(await shop.visitor("cooperative"), { price_fen: 3990, stock: 500 });
});
afterAll(async () => {
  await second.stop();
  await shop.close();
});

const complete = (cart: ReadyCart, base = shop.house.url): Promise<Answer> =>
  guest.post(`/store/carts/${cart.cart_id}/complete`, {}, { base });

const countRow = z.object({ count: z.coerce.number() });

async function ordersOf(cart: ReadyCart): Promise<string[]> {
  const sql = "select order_id from order_cart where cart_id = $1 and deleted_at is null";
  const row = z.object({ order_id: z.string() });
  const links = await look(shop.house.database, row, sql, [cart.cart_id]);
  return links.map((link) => link.order_id);
}

/** Captures of a cart's payments, and how often the ledger has credited one. */
async function capturesOf(cart: ReadyCart): Promise<{ captures: number; credited: number }> {
  const sql = `select count(c.id) as captures, count(t.seq) as credited
    from cart_payment_collection l
    join payment p on p.payment_collection_id = l.payment_collection_id
    join capture c on c.payment_id = p.id and c.deleted_at is null
    left join ledger_transaction t on t.kind = 'capture' and t.source_id = c.id
    where l.cart_id = $1`;
  const row = z.object({ captures: z.coerce.number(), credited: z.coerce.number() });
  const [found] = await look(shop.house.database, row, sql, [cart.cart_id]);
  return found ?? { captures: 0, credited: 0 };
}

async function untilCapturedOnce(cart: ReadyCart): Promise<void> {
  const once = { captures: 1, credited: 1 };
  await until(
    () => capturesOf(cart),
    (found) => found.credited >= 1,
  );
  expect(await capturesOf(cart)).toEqual(once);
}

describe("Medusa's own client", () => {
  it("buys as a guest, and the households are credited with what was paid", async () => {
    const cart = await fillCart(clientOf(shop.house.url), goods.variant_id, { quantity: 2 });
    const { order, access_token } = replyOf(await complete(cart), completedSchema);
    const { credits } = await untilCredited(guest, order.id, access_token);
    expect(sumOf(credits, (credit) => credit.gross_fen)).toBe(7980);
    expect(cart.total).toBe(79.8);
  });

  it("buys as a customer, who then finds the order in the account", async () => {
    const account = demo().accounts["buyer"];
    const sdk = clientOf(shop.house.url);
    await sdk.auth.login("customer", "emailpass", account ?? {});
    const cart = await fillCart(sdk, goods.variant_id);
    const done = await sdk.store.cart.complete(cart.cart_id);
    if (done.type !== "order") throw new Error(done.error.message);
    const { order } = await sdk.store.order.retrieve(done.order.id);
    expect(order.total).toBe(39.9);
    const { credits } = await untilCredited(await shop.visitor("buyer"), done.order.id);
    expect(sumOf(credits, (credit) => credit.gross_fen)).toBe(3990);
  });

  it("is told of a declined payment with the cart, and may pay another way", async () => {
    const sdk = clientOf(shop.house.url);
    const cart = await fillCart(sdk, goods.variant_id, { outcome: "decline" });
    const done = await sdk.store.cart.complete(cart.cart_id);
    expect(done.type).toBe("cart");
    expect(await ordersOf(cart)).toEqual([]);
  });
});

describe("one cart is one order", () => {
  it.each([1, 2, 3])("from four completions at once in two processes (%i)", async () => {
    const cart = await fillCart(clientOf(shop.house.url), goods.variant_id);
    const bases = [shop.house.url, second.url, shop.house.url, second.url];
    const answers = await Promise.all(bases.map((base) => complete(cart, base)));
    const ids = answers
      .filter((answer) => answer.status === 200)
      .map((answer) => completedSchema.parse(answer.body).order.id);
    expect(new Set(ids).size).toBe(1);
    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    expect(await ordersOf(cart)).toEqual([ids[0]]);
    await untilCapturedOnce(cart);
  });

  it("also when the completion is sent again afterwards", async () => {
    const cart = await fillCart(clientOf(shop.house.url), goods.variant_id);
    const first = replyOf(await complete(cart), completedSchema);
    const again = replyOf(await complete(cart, second.url), completedSchema);
    expect(again.order.id).toBe(first.order.id);
    await untilCapturedOnce(cart);
  });
});

describe("the webhook of the payment house", () => {
  const path = "/hooks/payment/sandbox_local";
  let events = 0;

  function eventOf(cart: ReadyCart, type = "payment.captured"): string {
    events += 1;
    return JSON.stringify({
      event_id: `evt_${process.pid}_${events}`,
      type,
      session_id: cart.session_id,
    });
  }

  async function notify(
    body: string,
    { age_s = 0, secret = TEST_SECRETS.YIGOU_WEBHOOK_SECRET, base = shop.house.url } = {},
  ): Promise<number> {
    const at = Math.floor(Date.now() / 1000) - age_s;
    const digest = createHmac("sha256", secret).update(`${at}.`).update(body).digest("hex");
    const reply = await fetch(`${base}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-yigou-signature": `t=${at},v1=${digest}` },
      body,
    });
    return reply.status;
  }

  it("that comes twice, in two processes, and after the completion, credits once", async () => {
    const cart = await fillCart(clientOf(shop.house.url), goods.variant_id, { outcome: "pending" });
    await complete(cart);
    expect(await capturesOf(cart)).toEqual({ captures: 0, credited: 0 });
    const event = eventOf(cart);
    const sent = [notify(event), notify(event, { base: second.url }), notify(eventOf(cart))];
    expect(await Promise.all(sent)).toEqual([200, 200, 200]);
    await untilCapturedOnce(cart);
    expect(await ordersOf(cart)).toHaveLength(1);
  });

  it("that comes before the buyer is back makes the order that the completion then finds", async () => {
    const cart = await fillCart(clientOf(shop.house.url), goods.variant_id, { outcome: "pending" });
    expect(await notify(eventOf(cart))).toBe(200);
    const { order } = replyOf(await complete(cart), completedSchema);
    await untilCapturedOnce(cart);
    expect(await ordersOf(cart)).toEqual([order.id]);
  });

  it("that is forged, stale or unsigned is not stored and pays nothing", async () => {
    const cart = await fillCart(clientOf(shop.house.url), goods.variant_id, { outcome: "pending" });
    await complete(cart);
    expect(await notify(eventOf(cart), { secret: "another-secret-of-forgers" })).toBe(401);
    expect(await notify(eventOf(cart), { age_s: 3600 })).toBe(400);
    const unsigned = await guest.post(path, {
      event_id: "evt_unsigned",
      session_id: cart.session_id,
    });
    expect(refusalOf(unsigned)).toBe("401 webhook_forged");
    expect(await capturesOf(cart)).toEqual({ captures: 0, credited: 0 });
    const sql = "select count(*) from inbox_event where body::text like '%' || $1 || '%'";
    const [stored] = await look(shop.house.database, countRow, sql, [cart.session_id]);
    expect(stored?.count).toBe(0);
  });
});

it("leaves a ledger that verifies", async () => {
  await expectLedgerOk(shop.house.database);
});
