/** Trees: numbered, each somebody's, never two people's; a harvest is put on record once. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";

import { ADOPTION_MODULE } from "../../../backend/src/modules/adoption";
import { AdoptionModuleService } from "../../../backend/src/modules/adoption/service";
import { freshDatabase, type TestDatabase } from "../../support/postgres";

let database: TestDatabase;
let pg: Knex;
let adoption: AdoptionModuleService;

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 8 } });
  adoption = new AdoptionModuleService({ __pg_connection__: pg });
});
afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

const plant = async (product_id: string, trees: number) =>
  adoption.add({
    product_id,
    cooperative_id: "coop_1",
    household_id: "hh_1",
    alias: "钟家·青禾",
    kind: "tree",
    season: "2026 冬",
    harvest_from: "2026-12-01",
    harvest_to: "2026-12-20",
    yield_text: "每棵 10 斤",
    yield_g: 5000,
    trees,
  });

const line = (product_id: string, n: number, quantity: number) => ({
  product_id,
  order_id: `order_${n}`,
  order_line_id: `line_${product_id}_${n}`,
  quantity,
});

describe(ADOPTION_MODULE, () => {
  it("gives each line its own trees, also when all ask at once and twice", async () => {
    await plant("prod_many", 20);
    const lines = Array.from({ length: 10 }, (_, n) => line("prod_many", n, 2));
    const given = await Promise.all([...lines, ...lines].map((one) => adoption.assign(one)));
    const numbers = given.slice(0, 10).flat();
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(given.slice(10)).toEqual(given.slice(0, 10));
  });

  it("gives no tree that is not there", async () => {
    await plant("prod_few", 1);
    expect(await adoption.assign(line("prod_few", 1, 1))).toEqual([1]);
    expect(await adoption.assign(line("prod_few", 2, 1))).toEqual([]);
  });

  it("puts a harvest on record once, with what it owes, and each debt is paid once", async () => {
    await plant("prod_poor", 2);
    const due = [{ order_id: "order_1", order_line_id: "line_poor", amount_fen: 840 }];
    const both = await Promise.allSettled([1, 2].map(() => adoption.reap("prod_poor", 2000, due)));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await adoption.due(10)).toEqual(due);
    await adoption.markGiven("line_poor");
    expect(await adoption.due(10)).toEqual([]);
  });
});
