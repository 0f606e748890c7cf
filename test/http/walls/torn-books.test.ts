/** Books torn in the middle of Medusa's own work: the sweeps make them whole. */
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

describe("a capture that two write down in the same moment", () => {
  it("is booked once, and the refund that met it goes on", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id);
    const [payment_id = ""] = await torn.operator.payments(order.id);
    // Our writer is held before it writes, and another one writes meanwhile.
    await torn.sql(`create function held_writer() returns trigger language plpgsql as
      $$ begin if current_user = 'yigou' then perform pg_sleep(2); end if; return new; end $$`);
    await torn.sql(`create trigger held_writer before insert on order_transaction
      for each row when (new.reference = 'capture') execute function held_writer()`);
    try {
      const [row] = await torn.sql(
        `delete from order_transaction where order_id = $1 returning to_jsonb(order_transaction) as row`,
        [order.id],
      );
      const refund = torn.operator.refund(payment_id, 5);
      await until(
        () => torn.one(`select count(*) as v from pg_stat_activity where wait_event = 'PgSleep'`),
        (count) => count !== "0",
      );
      const { row: lost } = z.object({ row: z.unknown() }).parse(row);
      await torn.sql(
        `insert into order_transaction select (jsonb_populate_record(null::order_transaction, $1)).*`,
        [lost],
      );
      expect(await refund).toBe(200);
    } finally {
      await torn.sql(`drop trigger held_writer on order_transaction`);
    }
    const booked = `select string_agg(reference, ' ' order by reference) as v from order_transaction
      where order_id = $1 and deleted_at is null`;
    expect(await torn.one(booked, [order.id])).toBe("capture refund");
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

it("leaves a ledger that verifies", async () => {
  await buyOne(torn.guest, torn.goods.variant_id);
  await expectLedgerOk(torn.shop.house.database);
});
