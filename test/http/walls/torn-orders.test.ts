/**
 * Orders torn in the middle of Medusa's own work. What can go on goes on, what cannot is taken back, and
 * nobody has to do it by hand.
 */
import { randomUUID } from "node:crypto";

import { expectLedgerOk } from "../ledger";
import { buyOne, until } from "../shop";
import { clientOf, fillCart } from "../store/sdk";
import { TornShop } from "./torn-shop";

let torn: TornShop;

beforeAll(async () => {
  torn = await TornShop.open();
});
afterAll(() => torn.shop.close());

const complete = (cart_id: string) => torn.guest.post(`/store/carts/${cart_id}/complete`, {});

describe("a cart that a failure has left torn", () => {
  it("becomes an order although it is linked with one that was never kept", async () => {
    const { cart_id } = await fillCart(clientOf(torn.shop.house.url), torn.goods.variant_id);
    await torn.sql(`insert into order_cart (id, order_id, cart_id) values ($1, $2, $3)`, [
      `ordercart_${randomUUID()}`,
      `order_${randomUUID()}`,
      cart_id,
    ]);
    expect((await complete(cart_id)).status).toBe(200);
    expect((await complete(cart_id)).status).toBe(200);
    const orders = await torn.one(
      `select count(*) as v from order_cart where cart_id = $1 and deleted_at is null`,
      [cart_id],
    );
    expect(orders).toBe("1");
  });

  it("becomes an order although its payment is linked with one that was never kept", async () => {
    const { cart_id } = await fillCart(clientOf(torn.shop.house.url), torn.goods.variant_id);
    await torn.sql(
      `insert into order_payment_collection (id, order_id, payment_collection_id)
       select $1, $2, payment_collection_id from cart_payment_collection where cart_id = $3`,
      [`orderpay_${randomUUID()}`, `order_${randomUUID()}`, cart_id],
    );
    expect((await complete(cart_id)).status).toBe(200);
    const live = `select count(*) as v from order_cart c join "order" o on o.id = c.order_id
      join order_payment_collection l on l.order_id = o.id and l.deleted_at is null
      where c.cart_id = $1 and c.deleted_at is null`;
    expect(await torn.one(live, [cart_id])).toBe("1");
  });
});

describe("an order that died before it was paid", () => {
  it("and hangs on its payment alone is taken back, and its stock is free", async () => {
    const before = await torn.reserved();
    const { order } = await torn.pending();
    await torn.unpay(order.id);
    await torn.sql(`delete from order_cart where order_id = $1`, [order.id]);
    await torn.shiftLink("order_payment_collection", order.id, -300);
    await torn.untilTakenBack(order.id, before);
  });

  it("and has lost its payment session is taken back", async () => {
    const { order } = await torn.pending();
    await torn.unpay(order.id);
    await torn.sql(
      `update payment_session set deleted_at = now() where payment_collection_id in (
         select payment_collection_id from order_payment_collection where order_id = $1)`,
      [order.id],
    );
    await torn.shiftLink("order_cart", order.id, -300);
    await until(
      () => torn.statusOf(order.id),
      (status) => status === "canceled",
    );
  });

  it("in the middle of being undone is undone to the end", async () => {
    const before = await torn.reserved();
    const { order } = await torn.pending();
    await torn.unpay(order.id);
    await torn.sql(`update order_cart set deleted_at = now() where order_id = $1`, [order.id]);
    await torn.sql(`update order_payment_collection set deleted_at = now() where order_id = $1`, [
      order.id,
    ]);
    await torn.sql(
      `update "order" set created_at = now() - interval '5 minutes', updated_at = now() - interval '5 minutes' where id = $1`,
      [order.id],
    );
    await torn.untilTakenBack(order.id, before);
  });

  it("is left alone while its completion may still be running", async () => {
    const { order } = await torn.pending();
    const make = async (): Promise<void> => {
      await torn.sql(`update order_cart set created_at = now() where order_id = $1`, [order.id]);
      await torn.sql(`update order_payment_collection set created_at = now() where order_id = $1`, [
        order.id,
      ]);
    };
    await make();
    await torn.unpay(order.id);
    await torn.whileTouched(make, async () =>
      expect(await torn.statusOf(order.id)).toBe("pending"),
    );
    await until(
      () => torn.statusOf(order.id),
      (status) => status === "canceled",
    );
  }, 60_000);

  it("by a clock that went ahead is taken back all the same, and its stock is free", async () => {
    const before = await torn.reserved();
    const { order } = await torn.pending();
    await torn.shiftLink("order_cart", order.id, 3_600);
    await torn.shiftLink("order_payment_collection", order.id, 3_600);
    await torn.unpay(order.id);
    await torn.untilTakenBack(order.id, before, 60_000);
  }, 90_000);

  it("before it was linked, by a clock that went ahead, is taken back all the same", async () => {
    const before = await torn.reserved();
    const { order } = await torn.pending();
    await torn.sql(
      `update "order" set created_at = now() + interval '1 hour', updated_at = now() + interval '1 hour' where id = $1`,
      [order.id],
    );
    await torn.unpay(order.id);
    await torn.sql(`delete from order_cart where order_id = $1`, [order.id]);
    await torn.sql(`delete from order_payment_collection where order_id = $1`, [order.id]);
    await torn.untilTakenBack(order.id, before, 60_000);
  }, 90_000);
});

it("leaves a ledger that verifies", async () => {
  await buyOne(torn.guest, torn.goods.variant_id);
  await expectLedgerOk(torn.shop.house.database);
});
