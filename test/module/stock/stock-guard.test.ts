/** Stock that cannot be sold twice, whatever the application believes. */
import { randomUUID } from "node:crypto";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import knex from "knex";

import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 24 } });
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

interface Level {
  item: string;
  place: string;
}

async function stocked(quantity: number): Promise<Level> {
  const item = `iitem_${randomUUID()}`;
  const place = `sloc_${randomUUID()}`;
  await pg.raw("insert into inventory_item (id) values (:item)", { item });
  await pg.raw(
    `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, raw_stocked_quantity,
       reserved_quantity, raw_reserved_quantity, incoming_quantity, raw_incoming_quantity)
     values (:id, :item, :place, :quantity, jsonb_build_object('value', cast(:quantity as text)),
       0, '{"value":"0"}', 0, '{"value":"0"}')`,
    { id: `ilev_${randomUUID()}`, item, place, quantity },
  );
  return { item, place };
}

async function reserve(
  level: Level,
  quantity: number,
  on: Knex = pg,
  backorder = false,
): Promise<string> {
  const id = `resitem_${randomUUID()}`;
  await on.raw(
    `insert into reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity, allow_backorder)
     values (:id, :item, :place, :quantity, jsonb_build_object('value', cast(:quantity as text)), :backorder)`,
    { id, ...level, quantity, backorder },
  );
  return id;
}

async function reservedOf({ item }: Level): Promise<{ column: number; raw: number; sum: number }> {
  const { rows } = await pg.raw<{ rows: { column: number; raw: number; sum: number }[] }>(
    `select reserved_quantity::int as "column", (raw_reserved_quantity->>'value')::int as raw,
       (select coalesce(sum(quantity), 0)::int from reservation_item r
        where r.inventory_item_id = l.inventory_item_id and deleted_at is null) as sum
     from inventory_level l where inventory_item_id = :item`,
    { item },
  );
  const [row] = rows;
  if (!row) throw new Error("no such level");
  return row;
}

describe("stock", () => {
  it("of ten goes to ten of thirty buyers at once", async () => {
    const level = await stocked(10);
    const tries = await Promise.allSettled(Array.from({ length: 30 }, () => reserve(level, 1)));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(10);
    for (const one of tries)
      if (one.status === "rejected") expect(String(one.reason)).toContain("yigou:sold_out");
    expect(await reservedOf(level)).toEqual({ column: 10, raw: 10, sum: 10 });
  });

  it("is not oversold by two lines of one order that share it", async () => {
    const level = await stocked(3);
    const order = pg.transaction(async (trx) => {
      await reserve(level, 2, trx);
      await reserve(level, 2, trx);
    });
    await expect(order).rejects.toThrow("yigou:sold_out");
    expect(await reservedOf(level)).toEqual({ column: 0, raw: 0, sum: 0 });
  });

  it("is not oversold by raising a reservation, or by bringing one back", async () => {
    const level = await stocked(3);
    const first = await reserve(level, 2);
    await expect(
      pg.raw("update reservation_item set quantity = 4 where id = :first", { first }),
    ).rejects.toThrow("yigou:sold_out");
    await pg.raw("update reservation_item set deleted_at = now() where id = :first", { first });
    await reserve(level, 3);
    await expect(
      pg.raw("update reservation_item set deleted_at = null where id = :first", { first }),
    ).rejects.toThrow("yigou:sold_out");
    expect(await reservedOf(level)).toEqual({ column: 3, raw: 3, sum: 3 });
  });

  it("counts what is reserved by itself: a stale figure of the application is overwritten", async () => {
    const level = await stocked(9);
    await reserve(level, 4);
    await pg.raw(
      "update inventory_level set reserved_quantity = 1 where inventory_item_id = :item",
      { ...level },
    );
    expect(await reservedOf(level)).toEqual({ column: 4, raw: 4, sum: 4 });
  });

  it("may be sold beyond its end where that is allowed", async () => {
    const level = await stocked(1);
    await reserve(level, 5, pg, true);
    expect(await reservedOf(level)).toEqual({ column: 5, raw: 5, sum: 5 });
  });

  it("can be shipped: it goes down first, the reservation afterwards", async () => {
    const level = await stocked(4);
    const id = await reserve(level, 4);
    await pg.raw(
      "update inventory_level set stocked_quantity = 0 where inventory_item_id = :item",
      { ...level },
    );
    await pg.raw("delete from reservation_item where id = :id", { id });
    expect(await reservedOf(level)).toEqual({ column: 0, raw: 0, sum: 0 });
  });
});

describe("the database", () => {
  it("holds one order per cart, one payment per session, and refuses a refund by an undo", async () => {
    const link = (order: string) =>
      pg.raw("insert into order_cart (order_id, cart_id, id) values (:order, 'cart_1', :order)", {
        order,
      });
    await link("order_1");
    await expect(link("order_2")).rejects.toThrow("yigou_one_order_per_cart");
    await pg.raw("update order_cart set deleted_at = now() where order_id = 'order_1'");
    await link("order_2");

    const { rows } = await pg.raw<{ rows: { indexname: string }[] }>(
      "select indexname from pg_indexes where indexname like 'yigou_one_%' order by 1",
    );
    expect(rows.map((row) => row.indexname)).toEqual([
      "yigou_one_collection_per_cart",
      "yigou_one_order_per_cart",
      "yigou_one_order_per_collection",
      "yigou_one_payment_per_session",
    ]);
    const undo = pg.raw(
      `insert into refund (id, amount, raw_amount, payment_id, note)
       values ('ref_1', 1, '{"value":"1"}', 'pay_none', 'Refunded due to cart completion failure')`,
    );
    await expect(undo).rejects.toThrow("yigou:refund_by_undo");
  });
});
