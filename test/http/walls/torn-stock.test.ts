/** Reservations torn in the middle of Medusa's own work: the sweep makes them what live orders need. */
import { buyOne, until } from "../shop";
import { TornShop } from "./torn-shop";

let torn: TornShop;

beforeAll(async () => {
  torn = await TornShop.open();
});
afterAll(() => torn.shop.close());

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
  const untilHeld = (order_id: string, wanted: string) =>
    until(
      () => held(order_id),
      (sum) => sum === wanted,
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
    await untilHeld(order.id, "3");
  });

  it("grow and shrink to what is needed", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id, 3);
    await change(order.id, `quantity = 5, raw_quantity = '{"value":"5","precision":20}'`);
    await age(order.id);
    await untilHeld(order.id, "3");
    await change(order.id, `quantity = 1, raw_quantity = '{"value":"1","precision":20}'`);
    await age(order.id);
    await untilHeld(order.id, "3");
  });

  it("are freed when their order is cancelled or gone", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id, 2);
    await torn.sql(`update "order" set status = 'canceled', canceled_at = now() where id = $1`, [
      order.id,
    ]);
    await age(order.id);
    await untilHeld(order.id, "0");
  });

  it("are left alone while somebody may still be at work on them", async () => {
    const { order } = await buyOne(torn.guest, torn.goods.variant_id, 2);
    await torn.whileTouched(
      () => change(order.id, "deleted_at = now(), updated_at = now()"),
      async () => expect(await held(order.id)).toBe("0"),
    );
    await untilHeld(order.id, "2");
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
