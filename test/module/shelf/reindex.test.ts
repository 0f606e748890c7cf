/** An index is made anew while the shop reads and writes; an engine that was away hears of everything. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { asValue } from "@medusajs/framework/awilix";
import { createMedusaContainer, Modules } from "@medusajs/framework/utils";

import { routes } from "@yigou/backend/contract";

import { listGoods } from "../../../backend/src/queries/shelf/list-goods";
import { followIndex } from "../../../backend/src/workflows/shelf/follow-index";
import { type Engine, openEngine, placeOfServing, servingIndex } from "./engine";
import { allWordsOf, row } from "./row";

let engine: Engine;
const MANY = 900;

const number = (n: number) => String(n).padStart(4, "0");
const oranges = Array.from({ length: MANY }, (_, n) => row({ id: `p${number(n)}`, title: "脐橙" }));

beforeAll(async () => {
  engine = await openEngine("search-shelf");
  await engine.shelf.put(oranges, allWordsOf(oranges));
  await followIndex(engine.scope);
});
afterAll(() => engine.close());

async function count(query: Record<string, string> = {}, scope: MedusaContainer = engine.scope) {
  const found = await listGoods(scope, routes["GET /store/goods"].query.parse(query));
  return found.count;
}

async function put(id: string, title: string) {
  const one = { ...row({ id, title }), read_at: new Date() };
  await engine.shelf.put([one], allWordsOf([one]));
  await followIndex(engine.scope);
}

describe("a new index", () => {
  it("takes over without a reader missing anything, and with what was written meanwhile", async () => {
    const before = await servingIndex(engine);
    const counts: number[] = [];
    const built = new AbortController();
    const reading = (async () => {
      while (!built.signal.aborted) counts.push(await count({ q: "脐橙" }));
    })();
    const writing = put("x0001", "枇杷").then(() => engine.shelf.drop(["p0000"]));
    await engine.search.reindex({ index: "good" });
    await writing;
    await followIndex(engine.scope);
    built.abort();
    await reading;
    expect(await servingIndex(engine)).not.toBe(before);
    expect(counts.length).toBeGreaterThan(3);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(MANY - 1);
    expect(await count({ q: "枇杷" })).toBe(1);
    expect(await count({ q: "脐橙" })).toBe(MANY - 1);
  });

  it("can be made again and again, in the same places", async () => {
    for (const _ of [1, 2, 3]) await engine.search.reindex({ index: "good" });
    expect(await count({ q: "脐橙" })).toBe(MANY - 1);
    const { rows } = await engine.pg.raw<{ rows: { taken: number }[] }>(
      "select count(name)::int taken from search_place",
    );
    expect(rows[0]?.taken).toBeLessThanOrEqual(2);
    const [info] = await engine.search.listIndexes();
    expect(info).toMatchObject({ name: "good", status: "ready" });
  });

  it("hears of a change that only the old one was told", async () => {
    // The swap came between the change and its writing: the mark is gone, the new index is without it.
    await put("x0002", "枇杷");
    await engine.pg.raw("delete from search_good_1 where id = 'x0002'");
    await engine.pg.raw("delete from search_good_2 where id = 'x0002'");
    await engine.pg.raw("delete from search_good_3 where id = 'x0002'");
    expect(await count({ q: "枇杷" })).toBe(1);
    await engine.pg.raw("update shelf_followed set physical_name = 'good_v0'");
    await followIndex(engine.scope);
    expect(await count({ q: "枇杷" })).toBe(2);
  });
});

describe("tallies", () => {
  it("count what stands in the index, through any order of changes", async () => {
    await put("x0003", "蜂蜜");
    await put("x0003", "蜜");
    await engine.shelf.drop(["x0001", "x0003"]);
    await followIndex(engine.scope);
    const place = await placeOfServing(engine);
    const [alone, pairs, threes] = [2 << 0, (2 << 0) | (2 << 1), (2 << 0) | (2 << 1) | (2 << 5)];
    const { rows } = await engine.pg.raw<{ rows: unknown[] }>(
      `(select ${alone} dims, category k1, '' k2, '' k3, count(*)::int goods from search_good_${place} group by 2
        union all select ${pairs}, category, county, '', count(*)::int from search_good_${place} group by 2, 3
        union all select ${threes}, category, county, t, count(*)::int
          from search_good_${place}, unnest(townships) t group by 2, 3, 4
        union all select 0, '', '', '', count(*)::int from search_good_${place})
       except select * from search_tally_${place} where goods > 0`,
    );
    expect(rows).toEqual([]);
  });

  it("answer as the goods themselves do", async () => {
    // A place by fewer digits is no fact of a tally: its goods are counted one by one.
    const queries: Record<string, string>[] = [
      { category: "fruit" },
      { category: "tea" },
      { county: "360722" },
    ];
    for (const query of queries) {
      expect(await count(query)).toBe(await count({ ...query, township: "36" }));
    }
  });
});

describe("the sample", () => {
  it("holds some of the goods exactly as the index does, through any order of changes", async () => {
    const ids = oranges.map((one) => one.product_id).slice(100, 180);
    const changed = ids.map((id) => ({ ...row({ id, title: "蜜橘" }), read_at: new Date() }));
    await engine.shelf.put(changed, allWordsOf(changed));
    await followIndex(engine.scope);
    await engine.shelf.drop(ids.slice(0, 40));
    await followIndex(engine.scope);
    expect(await count({ q: "蜜橘" })).toBe(40);
    const again = oranges.slice(100, 180).map((one) => ({ ...one, read_at: new Date() }));
    await engine.shelf.put(again, allWordsOf(again));
    await followIndex(engine.scope);
    const place = await placeOfServing(engine);
    const columns = "id, category, county, price_fen, band, favoured, listed_at, words";
    const { rows } = await engine.pg.raw<{ rows: { sampled: number; apart: number }[] }>(
      `select (select count(*)::int from search_sample_${place}) sampled, (select count(*)::int from (
         (select ${columns} from search_good_${place} where sampled except all select ${columns} from search_sample_${place})
         union all
         (select ${columns} from search_sample_${place} except all select ${columns} from search_good_${place})
       ) x) apart`,
    );
    expect(rows[0]?.apart).toBe(0);
    expect(rows[0]?.sampled).toBeGreaterThan(0);
    expect(rows[0]?.sampled).toBeLessThan(MANY / 4);
  });
});

describe("an engine that is away", () => {
  it("hears of every change when it is back, and nothing is lost or doubled", async () => {
    const away = new Proxy(engine.search, {
      get: (target, name): unknown =>
        name === "upsertDocuments" || name === "deleteDocuments"
          ? () => Promise.reject(new Error("away"))
          : Reflect.get(target, name),
    });
    const scope = createMedusaContainer({}, engine.scope);
    scope.register(Modules.SEARCH, asValue(away));
    const one = { ...row({ id: "y0001", title: "山药" }), read_at: new Date() };
    await engine.shelf.put([one], allWordsOf([one]));
    await engine.shelf.drop(["p0001"]);
    await followIndex(scope);
    expect(await count({ q: "山药" })).toBe(0);
    await followIndex(engine.scope);
    expect(await count({ q: "山药" })).toBe(1);
    expect(await count({ q: "脐橙" })).toBe(MANY - 2);
    const { rows } = await engine.pg.raw<{ rows: unknown[] }>(
      "select from shelf_change where pending",
    );
    expect(rows).toEqual([]);
  });
});
