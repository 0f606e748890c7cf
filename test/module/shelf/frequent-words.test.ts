/** Words that more goods carry than are counted. */
import { routes } from "@yigou/backend/contract";

import { listGoods } from "../../../backend/src/queries/shelf/list-goods";
import { followIndex } from "../../../backend/src/workflows/shelf/follow-index";
import { type Engine, openEngine, placeOfServing } from "./engine";
import { allWordsOf, row } from "./row";

let engine: Engine;
const asked = routes["GET /store/goods"].query;
const number = (n: number) => String(n).padStart(4, "0");

async function put(goods: ReturnType<typeof row>[]) {
  await engine.shelf.put(goods, allWordsOf(goods));
  await followIndex(engine.scope);
}

beforeAll(async () => {
  engine = await openEngine("search-shelf");
  await put(Array.from({ length: 2_300 }, (_, n) => row({ id: `q${number(n)}`, title: "脐橙" })));
});
afterAll(() => engine.close());

describe("matches beyond what is counted", () => {
  it("are told as at least, and the page still comes", async () => {
    const query = asked.parse({ q: "脐橙", sort: "newest" });
    const found = await listGoods(engine.scope, query);
    expect([found.count, found.at_least]).toEqual([1_000, true]);
    // The page is of all goods, not of those that were counted.
    expect(found.goods).toHaveLength(query.limit);
    expect(found.goods.every((good) => good.product_id.endsWith("99"))).toBe(true);
    expect(found.facets.category[0]?.count).toBeGreaterThanOrEqual(1_000);
    const all = await listGoods(engine.scope, asked.parse({}));
    expect(all.at_least).toBe(false);
    expect(all.count).toBe(2_300);
  });

  it.each([
    ["most of the foremost goods carry the word", { category: "fruit", county: "360722" }],
    ["none of the foremost goods carries it", { category: "tea", county: "350923" }],
    ["nothing else is asked", {}],
  ])("come on their pages when %s", async (_when, filters: Record<string, string>) => {
    const tea = (id: string, title: string) =>
      row({ id, title, category: "tea", county: "屏南县" });
    await put([
      ...Array.from({ length: 20 }, (_, n) => tea(`s${number(n)}00`, "脐橙皮茶")),
      ...Array.from({ length: 100 }, (_, n) => tea(`t${number(n)}9${n % 10}`, "高山茶")),
    ]);
    for (const sort of ["relevance", "newest"]) {
      for (const offset of [0, 12, 96]) {
        const query = { q: "脐橙", sort, offset: String(offset), ...filters };
        expect(await pageOf(query)).toEqual(await pageByTitle(sort, filters, offset));
      }
    }
  });
});

async function pageOf(query: Record<string, string>): Promise<string[]> {
  const { goods, at_least } = await listGoods(engine.scope, asked.parse(query));
  expect(at_least).toBe(true);
  return goods.map((good) => good.product_id);
}

/** The same page by reading every title. */
async function pageByTitle(sort: string, filters: Record<string, string>, offset: number) {
  const where = Object.keys(filters).map((name) => `and ${name} = ?`);
  const order = sort === "newest" ? "listed_at desc" : "standing desc, listed_at desc";
  const { rows } = await engine.pg.raw<{ rows: { id: string }[] }>(
    `select id from search_good_${await placeOfServing(engine)} where document->>'title' like '%脐橙%' ${where.join(" ")}
     order by ${order}, id limit ? offset ?`,
    [...Object.values(filters), asked.parse({}).limit, offset],
  );
  return rows.map(({ id }) => id);
}
