/** The list of goods: search, filters, facets, order and pages, in one statement. */
import knex from "knex";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { createMedusaContainer } from "@medusajs/framework/utils";
import { asValue } from "@medusajs/framework/awilix";
import { routes } from "@yigou/backend/contract";

import { ShelfService } from "../../../backend/src/modules/shelf/service";
import { listGoods } from "../../../backend/src/queries/shelf/list-goods";
import { freshDatabase, type TestDatabase } from "../../support/postgres";
import { row } from "./row";

let database: TestDatabase;
let pg: Knex;
let shelf: ShelfService;
const container = createMedusaContainer();

const goods = [
  row({ id: "g01", title: "赣南脐橙", price_fen: 3990 }),
  row({ id: "g02", title: "高山白茶", category: "tea", county: "屏南县", price_fen: 8600 }),
  row({ id: "g03", title: "信丰绿茶", category: "tea", price_fen: 5000, in_stock: false }),
  row({ id: "g04", title: "屏南脐橙", county: "屏南县", price_fen: 2000 }),
];

beforeAll(async () => {
  database = await freshDatabase();
  pg = knex({ client: "pg", connection: database.url, pool: { min: 0, max: 4 } });
  container.register("__pg_connection__", asValue(pg));
  shelf = new ShelfService({ __pg_connection__: pg });
  await pg.raw("delete from shelf_good");
  await shelf.put(goods);
});

afterAll(async () => {
  await pg.destroy();
  await database.drop();
});

/** Asks as the route does, and gives the handles in their order. */
async function ask(query: Record<string, string | number>) {
  const found = await listGoods(container, routes["GET /store/goods"].query.parse(query));
  return { ...found, ids: found.goods.map((good) => good.product_id) };
}

describe("a search", () => {
  it.each([
    ["脐橙", ["g01", "g04"]],
    ["qicheng", ["g01", "g04"]],
    ["qc", ["g01", "g04"]],
    ["信丰", ["g01", "g03"]],
    ["信丰qc", ["g01"]],
    ["信丰 脐橙", ["g01"]],
    ["南脐", ["g01", "g04"]],
    ["xinfeng lvcha", ["g03"]],
    ["苹果", []],
    [":*&|!", []],
    ["'; drop table shelf_good; --", []],
  ])("for %s finds %j", async (q, ids) => {
    const found = await ask({ q });
    expect(found.ids.toSorted()).toEqual(ids);
    expect(found.count).toBe(ids.length);
  });
});

describe("filters", () => {
  it.each([
    [{ category: "tea" }, ["g02", "g03"]],
    [{ county: "350923" }, ["g02", "g04"]],
    [{ township: "360722101" }, ["g01", "g03"]],
    [{ township: "36" }, ["g01", "g03"]],
    [{ household: "信丰县·g03家" }, ["g03"]],
    [{ household: "g03" }, []],
    [{ cooperative: "coop_350923", category: "fruit" }, ["g04"]],
    [{ min_price_fen: 3990, max_price_fen: 5000 }, ["g01", "g03"]],
  ])("%j keep %j", async (query, ids) => {
    expect((await ask(query)).ids.toSorted()).toEqual(ids);
  });
});

describe("facets", () => {
  it("count what is left under all other filters", async () => {
    const { facets } = await ask({ category: "tea" });
    expect(facets.category).toEqual([
      { key: "fruit", label: "水果", count: 2 },
      { key: "tea", label: "茶", count: 2 },
    ]);
    expect(facets.county).toEqual([
      { key: "350923", label: "屏南县", count: 1 },
      { key: "360722", label: "信丰县", count: 1 },
    ]);
  });

  it("follow the search", async () => {
    const { facets } = await ask({ q: "绿茶" });
    expect(facets.cooperative).toEqual([{ key: "coop_360722", label: "信丰县合作社", count: 1 }]);
  });
});

describe("the order", () => {
  it.each([
    ["price_asc", ["g04", "g01", "g03", "g02"]],
    ["price_desc", ["g02", "g03", "g01", "g04"]],
    ["newest", ["g04", "g03", "g02", "g01"]],
    ["relevance", ["g04", "g02", "g01", "g03"]],
  ])("by %s is %j, with what is sold out last where nothing else decides", async (sort, ids) => {
    expect((await ask({ sort })).ids).toEqual(ids);
  });

  it("holds over pages, with the count of all", async () => {
    const pages = await Promise.all(
      [0, 2].map((offset) => ask({ sort: "price_asc", limit: 2, offset })),
    );
    expect(pages.flatMap((page) => page.ids)).toEqual(["g04", "g01", "g03", "g02"]);
    expect(pages.map((page) => page.count)).toEqual([4, 4]);
    const beyond = await ask({ offset: 50 });
    expect([beyond.ids, beyond.count]).toEqual([[], 4]);
  });
});

describe("a row", () => {
  it("that was read earlier never overwrites one that was read later", async () => {
    await shelf.put([
      row({ id: "g01", title: "旧", price_fen: 1, read_at: "2026-11-21T00:00:00Z" }),
    ]);
    expect((await ask({ q: "赣南" })).goods[0]?.price_fen).toBe(3990);
  });

  it("can be put many times and dropped twice", async () => {
    await shelf.put([row({ id: "g09", title: "枇杷" })]);
    await shelf.put([row({ id: "g09", title: "枇杷" })]);
    expect((await ask({ q: "枇杷" })).count).toBe(1);
    await shelf.drop(["g09"]);
    await shelf.drop(["g09"]);
    expect((await ask({ q: "枇杷" })).count).toBe(0);
  });
});
