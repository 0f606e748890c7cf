/** One cart a buyer, whatever happens at once. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { BASKET_MODULE } from "../../../backend/src/modules/basket";
import { BasketModuleService } from "../../../backend/src/modules/basket/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let baskets: BasketModuleService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 8 } });
  baskets = new BasketModuleService({ __pg_connection__: pg });
});
afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

const item = (variant_id: string, quantity: number) => ({ variant_id, quantity });

describe(BASKET_MODULE, () => {
  it("loses nothing when twenty devices bring their carts at once, and doubles nothing", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        baskets.keep("cus_1", {
          items: [item(`v${n % 10}`, 2), item("common", 1)],
          mode: "merge",
        }),
      ),
    );
    const kept = (await baskets.find("cus_1")) ?? [];
    expect(kept).toHaveLength(11);
    expect(
      kept.every(({ variant_id, quantity }) => quantity === (variant_id === "common" ? 1 : 2)),
    ).toBe(true);
  });

  it("is set in place of what was there, is the buyer's own, and knows that it was emptied", async () => {
    await baskets.keep("cus_1", { items: [], mode: "set" });
    expect(await baskets.find("cus_1")).toEqual([]);
    expect(await baskets.find("cus_2")).toBeNull();
  });
});
