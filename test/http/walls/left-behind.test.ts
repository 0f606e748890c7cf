/** What a crash or a failure leaves behind: money stays with its order, stock is freed, nothing is paid twice. */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import { checkoutOf } from "../../lists/checkouts";
import { expectLedgerOk, look } from "../ledger";
import { buy, buyOne, type Listed, listGoods, openShop, type Shop, until, withKey } from "../shop";
import type { Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  goods = await listGoods(await shop.visitor("cooperative"), { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

const nothing = z.unknown();
const sql = (text: string, values: unknown[] = []) =>
  look(shop.house.database, nothing, text, values);

const booksSchema = z.object({
  charges: z.coerce.number(),
  captures: z.coerce.number(),
  orders: z.coerce.number(),
  refunds: z.coerce.number(),
  canceled_payments: z.coerce.number(),
  reserved: z.coerce.number(),
});
type Books = z.output<typeof booksSchema>;

/** What the payment house, Medusa's payments, orders and stock say of the goods of this test. */
async function books(): Promise<Books> {
  const [row] = await look(
    shop.house.database,
    booksSchema,
    `select (select count(*) from sandbox_charge where state = 'captured') as charges,
       (select count(*) from capture) as captures,
       (select count(*) from order_cart where deleted_at is null) as orders,
       (select count(*) from refund) + (select count(*) from sandbox_refund) as refunds,
       (select count(*) from payment where canceled_at is not null) as canceled_payments,
       (select coalesce(sum(r.quantity), 0) from reservation_item r
          join product_variant_inventory_item i on i.inventory_item_id = r.inventory_item_id
          where i.variant_id = $1 and r.deleted_at is null) as reserved`,
    [goods.variant_id],
  );
  if (!row) throw new Error("no books");
  return row;
}

/** Makes an order look as if the process had died before the payment was tried, a while ago. */
async function leaveBehind(order_id: string, paid: boolean): Promise<void> {
  const session = `(select s.id from payment_session s join order_payment_collection c
    on c.payment_collection_id = s.payment_collection_id where c.order_id = $1)`;
  const state = paid ? "captured" : "open";
  await sql(`update sandbox_charge set state = '${state}' where session_id = ${session}`, [
    order_id,
  ]);
  await sql(`update order_cart set created_at = now() - interval '5 minutes' where order_id = $1`, [
    order_id,
  ]);
  await sql(`update payment_session set status = 'pending' where id = ${session}`, [order_id]);
}

const pending = () =>
  buy(guest, { ...checkoutOf(goods.variant_id), payment_data: { outcome: "pending" } });

describe("an order without a payment", () => {
  it("that nobody paid is cancelled and its stock is free again", async () => {
    const before = await books();
    const { order } = await pending();
    expect((await books()).reserved).toBe(before.reserved + 1);
    await leaveBehind(order.id, false);
    await until(
      books,
      ({ reserved, orders }) => reserved === before.reserved && orders === before.orders,
    );
    expect(await books()).toEqual(before);
  });

  it("that the payment house calls paid is completed, and taken once", async () => {
    const before = await books();
    const { order } = await pending();
    await leaveBehind(order.id, true);
    await until(books, ({ captures }) => captures === before.captures + 1);
    expect(await books()).toEqual({
      ...before,
      charges: before.charges + 1,
      captures: before.captures + 1,
      orders: before.orders + 1,
      reserved: before.reserved + 1,
    });
  });

  it("that waits for a bank transfer is left alone", async () => {
    const body = { ...checkoutOf(goods.variant_id), payment_provider_id: "pp_bank_transfer" };
    const { order } = await buy(guest, { ...body, payment_data: {} });
    await sql(
      `update order_cart set created_at = now() - interval '5 minutes' where order_id = $1`,
      [order.id],
    );
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const [row] = await sql(`select status from "order" where id = $1`, [order.id]);
    expect(row).toEqual({ status: "pending" });
  });
});

describe("a payment whose notification was lost", () => {
  it("is asked for: the waiting order is paid, once", async () => {
    const before = await books();
    const { order } = await pending();
    await sql(
      `update sandbox_charge set state = 'captured' where session_id = (
         select s.id from payment_session s join order_payment_collection c
         on c.payment_collection_id = s.payment_collection_id where c.order_id = $1)`,
      [order.id],
    );
    await until(books, ({ captures }) => captures === before.captures + 1);
    expect(await books()).toMatchObject({
      captures: before.captures + 1,
      orders: before.orders + 1,
      refunds: before.refunds,
    });
  });
});

describe("a failure after the money was taken", () => {
  const breaks = [
    `create or replace function t_break() returns trigger language plpgsql as
       $$ begin raise exception 'broken on purpose'; end $$`,
    `create trigger t_break before insert on capture for each row execute function t_break()`,
  ];

  it("gives nothing back by itself; trying again with the same key takes nothing twice", async () => {
    const before = await books();
    const key = randomUUID();
    for (const statement of breaks) await sql(statement);
    const failed = await guest.post("/store/checkout", checkoutOf(goods.variant_id), withKey(key));
    await sql("drop trigger t_break on capture");
    expect(failed.status).toBe(500);
    expect((await books()).refunds).toBe(before.refunds);
    await buy(guest, checkoutOf(goods.variant_id), withKey(key));
    expect(await books()).toEqual({
      ...before,
      charges: before.charges + 1,
      captures: before.captures + 1,
      orders: before.orders + 1,
      reserved: before.reserved + 1,
    });
  });

  it("is made good by the sweep when the buyer never comes back", async () => {
    const before = await books();
    for (const statement of breaks) await sql(statement);
    await guest.post("/store/checkout", checkoutOf(goods.variant_id), withKey());
    await sql("drop trigger t_break on capture");
    expect((await books()).reserved).toBe(before.reserved + 1);
    await sql("update order_cart set created_at = created_at - interval '5 minutes'");
    await until(books, ({ captures }) => captures === before.captures + 1);
    expect(await books()).toMatchObject({
      charges: before.charges + 1,
      orders: before.orders + 1,
      reserved: before.reserved + 1,
      refunds: before.refunds,
      canceled_payments: before.canceled_payments,
    });
  });
});

it("leaves a ledger that verifies", async () => {
  await buyOne(guest, goods.variant_id);
  await expectLedgerOk(shop.house.database);
});
