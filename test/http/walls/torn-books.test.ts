/** Books and stock torn in the middle of Medusa's own work: the sweeps make them whole. */
import { z } from "zod";

import { expectLedgerOk, look } from "../ledger";
import { buyOne, until } from "../shop";
import { TornShop } from "./torn-shop";

let torn: TornShop;

beforeAll(async () => {
  torn = await TornShop.open();
});
afterAll(() => torn.shop.close());

describe("a refund that its order does not know", () => {
  const amounts = async (order_id: string): Promise<number[]> => {
    const row = z.object({ amount: z.coerce.number() });
    const found = await look(
      torn.shop.house.database,
      row,
      `select amount from order_transaction where order_id = $1 and reference = 'refund' and deleted_at is null order by amount`,
      [order_id],
    );
    return found.map(({ amount }) => amount);
  };

  it("is booked with its own amount, although another follows at once", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id);
    const [payment_id = ""] = await torn.operator.payments(order.id);
    expect(await torn.operator.refund(payment_id, 5)).toBe(200);
    await torn.sql(`delete from order_transaction where order_id = $1 and reference = 'refund'`, [
      order.id,
    ]);
    expect(await torn.operator.refund(payment_id, 7)).toBe(200);
    await until(
      () => amounts(order.id),
      (found) => found.length === 2,
    );
    expect(await amounts(order.id)).toEqual([-7, -5]);
  });

  it("or knows with another's amount is booked anew", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id);
    const [payment_id = ""] = await torn.operator.payments(order.id);
    expect(await torn.operator.refund(payment_id, 5)).toBe(200);
    await torn.sql(
      `update order_transaction set amount = -7, raw_amount = '{"value":"-7","precision":20}'
        where order_id = $1 and reference = 'refund'`,
      [order.id],
    );
    await until(
      () => amounts(order.id),
      (found) => found[0] === -5,
    );
    expect(await amounts(order.id)).toEqual([-5]);
  });
});

describe("a capture that a clock which went ahead has dated into the future", () => {
  it("is booked in its order all the same, once", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id);
    const captures = () =>
      torn.one(
        `select count(*) as v from order_transaction
          where order_id = $1 and reference = 'capture' and deleted_at is null`,
        [order.id],
      );
    await torn.sql(`delete from order_transaction where order_id = $1`, [order.id]);
    await torn.sql(
      `update capture set created_at = now() + interval '1 hour' where payment_id in (
         select p.id from payment p join order_payment_collection l
           on l.payment_collection_id = p.payment_collection_id where l.order_id = $1)`,
      [order.id],
    );
    expect(await captures()).toBe("0");
    await until(captures, (found) => found === "1", 60_000);
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(await captures()).toBe("1");
  }, 90_000);
});

describe("reservations beside what live orders need", () => {
  const long_ago = "now() - interval '5 minutes'";
  const age = async (order_id: string): Promise<void> => {
    await torn.sql(`update "order" set updated_at = ${long_ago} where id = $1`, [order_id]);
    await torn.sql(`update order_item set updated_at = ${long_ago} where order_id = $1`, [
      order_id,
    ]);
    await torn.sql(
      `update reservation_item set updated_at = ${long_ago},
          deleted_at = case when deleted_at is not null then ${long_ago} end
        where line_item_id in (select item_id from order_item where order_id = $1)`,
      [order_id],
    );
  };
  const held = (order_id: string) =>
    torn.one(
      `select coalesce(sum(quantity), 0) as v from reservation_item
        where deleted_at is null and line_item_id in (select item_id from order_item where order_id = $1)`,
      [order_id],
    );
  const change = (order_id: string, set: string) =>
    torn.sql(
      `update reservation_item set ${set}
        where line_item_id in (select item_id from order_item where order_id = $1)`,
      [order_id],
    );

  it("are made when they are missing", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id, 3);
    await change(order.id, "deleted_at = now()");
    expect(await held(order.id)).toBe("0");
    await age(order.id);
    await until(
      () => held(order.id),
      (sum) => sum === "3",
    );
  });

  it("grow and shrink to what is needed", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id, 3);
    await change(order.id, `quantity = 5, raw_quantity = '{"value":"5","precision":20}'`);
    await age(order.id);
    await until(
      () => held(order.id),
      (sum) => sum === "3",
    );
    await change(order.id, `quantity = 1, raw_quantity = '{"value":"1","precision":20}'`);
    await age(order.id);
    await until(
      () => held(order.id),
      (sum) => sum === "3",
    );
  });

  it("are freed when their order is cancelled or gone", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id, 2);
    await torn.sql(`update "order" set status = 'canceled', canceled_at = now() where id = $1`, [
      order.id,
    ]);
    await age(order.id);
    await until(
      () => held(order.id),
      (sum) => sum === "0",
    );
  });

  it("are left alone while somebody may still be at work on them", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id, 2);
    await torn.whileTouched(
      () => change(order.id, "deleted_at = now(), updated_at = now()"),
      async () => expect(await held(order.id)).toBe("0"),
    );
    await until(
      () => held(order.id),
      (sum) => sum === "2",
    );
  }, 60_000);

  describe("that a clock which went ahead has dated into the future", () => {
    const ahead = async (order_id: string): Promise<void> => {
      const hour = "now() + interval '1 hour'";
      await torn.sql(
        `update "order" set updated_at = ${hour},
            canceled_at = case when canceled_at is not null then ${hour} end where id = $1`,
        [order_id],
      );
      await torn.sql(`update order_item set updated_at = ${hour} where order_id = $1`, [order_id]);
      await change(
        order_id,
        `updated_at = ${hour}, deleted_at = case when deleted_at is not null then ${hour} end`,
      );
    };
    const level = () =>
      torn.one(
        `select n.reserved_quantity as v from inventory_level n join product_variant_inventory_item s
           on s.inventory_item_id = n.inventory_item_id where s.variant_id = $1 and n.deleted_at is null`,
        [torn.goods.variant_id],
      );

    it("are made when they are missing", async () => {
      const { order } = await buyOne(torn.guest, torn.goods.variant_id, 3);
      const before = await level();
      await change(order.id, "deleted_at = now()");
      await ahead(order.id);
      expect(Number(await level())).toBe(Number(before) - 3);
      await until(level, (sum) => sum === before, 60_000);
      expect(await held(order.id)).toBe("3");
    }, 90_000);

    it("are freed when their order is cancelled, and those of live orders stay", async () => {
      const { order: live } = await buyOne(torn.guest, torn.goods.variant_id, 2);
      const { order } = await buyOne(torn.guest, torn.goods.variant_id, 4);
      const before = await level();
      await torn.sql(`update "order" set status = 'canceled', canceled_at = now() where id = $1`, [
        order.id,
      ]);
      await ahead(order.id);
      await ahead(live.id);
      await until(level, (sum) => Number(sum) === Number(before) - 4, 60_000);
      expect(await held(order.id)).toBe("0");
      expect(await held(live.id)).toBe("2");
    }, 90_000);
  });
});

it("leaves a ledger that verifies", async () => {
  await buyOne(torn.guest, torn.goods.variant_id);
  await expectLedgerOk(torn.shop.house.database);
});
