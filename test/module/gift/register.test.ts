/** The register of gifts: kept once by cart, forgotten when the cart became no order. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { GIFT_MODULE } from "../../../backend/src/modules/gift";
import { GiftModuleService } from "../../../backend/src/modules/gift/service";
import { personOf } from "../../lists/gifts";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let gifts: GiftModuleService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 6 } });
  gifts = new GiftModuleService({ __pg_connection__: pg });
});
afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

const people = (cart: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `gre_${cart}_${n}`, address: personOf(n) }));

describe(GIFT_MODULE, () => {
  it("keeps the people of a cart in their order, once, also when it is told so ten times at once", async () => {
    const gift = {
      cart_id: "cart_a",
      checkout_id: "chk_a",
      message: "新年好",
      recipients: people("a", 20),
    };
    await Promise.all(Array.from({ length: 10 }, () => gifts.keep(gift)));
    const kept = await gifts.find("cart_a");
    expect(kept?.recipients.map(({ address }) => address.name)).toEqual(
      gift.recipients.map(({ address }) => address.name),
    );
    expect(await gifts.find("cart_b")).toBeNull();
  });

  it("forgets the people of an old cart without an order, and nobody else", async () => {
    await gifts.keep({
      cart_id: "cart_old",
      checkout_id: "chk_old",
      message: null,
      recipients: people("old", 2),
    });
    await pg.raw(
      `update gift set created_at = now() - interval '8 days' where cart_id = 'cart_old'`,
    );
    expect(await gifts.forget(7)).toBe(1);
    expect(await gifts.find("cart_old")).toBeNull();
    expect(await gifts.find("cart_a")).not.toBeNull();
  });
});
