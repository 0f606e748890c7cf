/** The short way of a plain purchase: the same rows as Medusa's own cart and completion would leave, and no others. */
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { address } from "../../lists/addresses";
import type { Json } from "../../lists/changed";
import { checkoutOf } from "../../lists/checkouts";
import { demo } from "../../support/postgres";
import { expectLedgerOk, look } from "../ledger";
import {
  buy,
  type Listed,
  listGoods,
  openShop,
  type Shop,
  until,
  untilCredited,
  withKey,
} from "../shop";
import { type Answer, refusalOf, replyOf, type Visitor } from "../visitor";
import { orderRows } from "./order-rows";
import { clientOf, completedSchema, medusaAddress } from "./sdk";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let operator: Visitor;
let goods: Listed[];

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  operator = await shop.visitor("operator");
  goods = [
    await listGoods(seller, { price_fen: 3990, stock: 500 }),
    await listGoods(seller, { price_fen: 1001, stock: 500 }),
  ];
});
afterAll(() => shop.close());

const itemsOf = () => goods.map(({ variant_id }, n) => ({ variant_id, quantity: n + 1 }));
const note = "请轻放";

async function cartOf(order_id: string): Promise<string> {
  const sql = "select cart_id from order_cart where order_id = $1 and deleted_at is null";
  const [link] = await look(shop.house.database, z.object({ cart_id: z.string() }), sql, [
    order_id,
  ]);
  return link?.cart_id ?? "";
}

/** The same purchase over Medusa's standard routes, by its own completion. */
async function buyTheLongWay(outcome: string): Promise<string> {
  const sdk = clientOf(shop.house.url);
  const where = { ...medusaAddress, metadata: { county_code: address.county_code } };
  const { cart } = await sdk.store.cart.create({
    region_id: demo().region_id,
    email: "buyer@example.com",
    items: itemsOf(),
    shipping_address: where,
    billing_address: where,
    metadata: { note },
  });
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({ cart_id: cart.id });
  const [option] = shipping_options.toSorted((a, b) => a.amount - b.amount);
  const { cart: ready } = await sdk.store.cart.addShippingMethod(cart.id, {
    option_id: option?.id ?? "",
  });
  await sdk.store.payment.initiatePaymentSession(ready, {
    provider_id: "pp_sandbox_local",
    data: { outcome },
  });
  const done = await guest.post(`/store/carts/${cart.id}/complete`, {});
  replyOf(done, completedSchema);
  return cart.id;
}

const passed = async (table: string): Promise<number> => {
  const row = z.object({ count: z.coerce.number() });
  const [found] = await look(shop.house.database, row, `select count(*) from ${table}`, []);
  return found?.count ?? 0;
};

describe("a plain purchase", () => {
  it.each(["success", "pending"])(
    "leaves the rows of Medusa's own completion (%s)",
    async (outcome) => {
      const before = await passed("workflow_execution");
      const body = { ...checkoutOf(""), items: itemsOf(), note, payment_data: { outcome } };
      const { order } = await buy(guest, body);
      // Medusa notes each run of its completion; the short way has none.
      expect(await passed("workflow_execution")).toBe(before);
      const short = await orderRows(shop.house.database, await cartOf(order.id));
      const long = await orderRows(shop.house.database, await buyTheLongWay(outcome));
      expect(short).toEqual(long);
      expect(short["reservation_item"]).toHaveLength(2);
      expect(short["capture"]).toHaveLength(outcome === "success" ? 1 : 0);
    },
  );

  it("leaves nothing when it is sold out, declined or dearer than what was seen", async () => {
    const last = await listGoods(seller, { price_fen: 500, stock: 1 });
    const tables = [
      '"order"',
      "reservation_item",
      "payment_session where deleted_at is null",
      "order_cart",
    ];
    const count = () => Promise.all(tables.map(passed));
    const before = await count();
    const body = checkoutOf(last.variant_id);
    const many = checkoutOf(last.variant_id, 2);
    expect(refusalOf(await guest.post("/store/checkout", many, withKey()))).toBe("409 sold_out");
    const declined = { ...body, payment_data: { outcome: "decline" } };
    const key = withKey();
    expect(refusalOf(await guest.post("/store/checkout", declined, key))).toBe(
      "402 payment_declined",
    );
    const dear = { ...body, expected_total_fen: 499 };
    expect(refusalOf(await guest.post("/store/checkout", dear, withKey()))).toBe(
      "409 price_changed",
    );
    expect(await count()).toEqual(before);
    expect((await buy(guest, body)).order.total_fen).toBe(500);
  });

  it("can be cancelled as Medusa cancels: the stock is free, the money goes back", async () => {
    const one = await listGoods(seller, { price_fen: 700, stock: 1 });
    const { order, token } = await buy(guest, checkoutOf(one.variant_id));
    await untilCredited(guest, order.id, token);
    expect((await operator.post(`/admin/orders/${order.id}/cancel`)).status).toBe(200);
    expect((await buy(guest, checkoutOf(one.variant_id))).order.id).not.toBe(order.id);
    await expectLedgerOk(shop.house.database);
  });
});

it("is paid all the same when its order's own books fail, and they follow", async () => {
  const sql = (text: string) => look(shop.house.database, z.unknown(), text);
  await sql(`create function t_break() returns trigger language plpgsql as
    $$ begin raise exception 'broken on purpose'; end $$`);
  await sql(
    `create trigger t_break before insert on order_transaction for each row execute function t_break()`,
  );
  const { order, token } = await buy(guest, checkoutOf(goods[0]?.variant_id ?? ""));
  expect(order.paid_fen).toBe(3990);
  await sql("drop trigger t_break on order_transaction");
  await untilCredited(guest, order.id, token);
  const row = z.object({ paid: z.coerce.number() });
  const books = `select amount as paid from order_transaction where order_id = $1 and deleted_at is null`;
  const found = await until(
    () => look(shop.house.database, row, books, [order.id]),
    (rows) => rows.length > 0,
    90_000,
  );
  expect(found).toEqual([{ paid: 39.9 }]);
});

/** Presses the button again while the shop is busy, as its page asks for. */
async function buyUntilServed(body: Json): Promise<Answer> {
  const key = withKey();
  for (;;) {
    const end = await guest.post("/store/checkout", body, key);
    if (end.status !== 503) return end;
    await sleep(500 + Math.random() * 1_000);
  }
}

describe("many buyers at once", () => {
  it("buy fifty boxes, and no fifty-first", async () => {
    const boxes = await listGoods(seller, { price_fen: 990, stock: 50 });
    const ends = await Promise.all(
      Array.from({ length: 200 }, () => buyUntilServed(checkoutOf(boxes.variant_id))),
    );
    expect(ends.filter((end) => end.status === 200)).toHaveLength(50);
    const refused = new Set(ends.filter((end) => end.status !== 200).map(refusalOf));
    expect([...refused]).toEqual(["409 sold_out"]);
  });

  it("take goods in either order without waiting for each other in a circle", async () => {
    const [a, b] = [await listGoods(seller, { stock: 60 }), await listGoods(seller, { stock: 60 })];
    const line = ({ variant_id }: Listed) => ({ variant_id, quantity: 1 });
    const ends = await Promise.all(
      Array.from({ length: 40 }, (_, n) => {
        const items = n % 2 === 0 ? [line(a), line(b)] : [line(b), line(a)];
        return buyUntilServed({ ...checkoutOf(""), items });
      }),
    );
    expect(ends.map((end) => end.status)).toEqual(ends.map(() => 200));
  });
});
