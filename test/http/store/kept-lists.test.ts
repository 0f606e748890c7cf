/** Lists that many ask for are said from memory while nothing on the shelf changes, and never after. */
import { z } from "zod";

import { goodsReplySchema } from "@yigou/backend/contract/goods";

import { withClient } from "../../../backend/local/database";
import { demo } from "../../support/postgres";
import { look } from "../ledger";
import { listGoods, openShop, type Shop, until } from "../shop";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await ask("/store/goods");
});
afterAll(() => shop.close());

const NEWEST = "/store/goods?sort=newest&limit=7";

const ask = (
  path: string,
  { key = demo().publishable_key, within_ms = 20_000 } = {},
): Promise<Response> =>
  fetch(`${shop.house.url}${path}`, {
    headers: { "x-publishable-api-key": key },
    signal: AbortSignal.timeout(within_ms),
  });

/** Does something while no list can be read from the database. */
async function whileNothingIsRead<T>(deed: () => Promise<T>): Promise<T> {
  return withClient(shop.house.database.superuserUrl, async (client) => {
    await client.query("begin");
    await client.query("lock table search_place in access exclusive mode");
    try {
      return await deed();
    } finally {
      await client.query("rollback");
    }
  });
}

/** A list that is asked for until it is kept. */
async function keep(path: string): Promise<Response> {
  const watching =
    "select 1 one from pg_stat_activity where application_name = 'yigou-shelf-watch'";
  await until(
    async () => {
      await ask(path);
      return look(shop.house.database, z.unknown(), watching);
    },
    (sessions) => sessions.length > 0,
  );
  // A second after its session stands the watch is sure of what it hears.
  let answer = await ask(path);
  for (let n = 0; n < 4; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    answer = await ask(path);
  }
  return answer;
}

it("a list is said from memory, word for word, and to no wrong key", async () => {
  // On a busy machine the watch may not be sure of itself just then: nothing is kept, and the list waits to be read.
  const [first, again] = await vi.waitFor(
    async () => {
      const kept = await keep(NEWEST);
      return [kept, await whileNothingIsRead(() => ask(NEWEST, { within_ms: 3_000 }))] as const;
    },
    { timeout: 60_000, interval: 100 },
  );
  expect([again.status, await again.text()]).toEqual([200, await first.text()]);
  for (const name of ["etag", "content-type", "content-length", "cache-control", "vary"]) {
    expect(again.headers.get(name)).toBe(first.headers.get(name));
  }
  const refused = await ask(NEWEST, { key: "pk_wrong" });
  expect(refused.status).toBe(400);
  expect(await refused.text()).not.toContain('"goods"');
});

it("what is new on the shelf stands in a list that was kept, and what is gone does not", async () => {
  const seller = await shop.visitor("cooperative");
  await keep(NEWEST);
  const { product_id } = await listGoods(seller, { price_fen: 4990, stock: 5 });
  const stands = async () => {
    const { goods } = goodsReplySchema.parse(await (await ask(NEWEST)).json());
    return goods.some((good) => good.product_id === product_id);
  };
  await until(stands, (isThere) => isThere);
  await keep(NEWEST);
  await look(shop.house.database, z.unknown(), "delete from shelf_good where product_id = $1", [
    product_id,
  ]);
  const places = await look(
    shop.house.database,
    z.object({ place: z.number() }),
    "select place from search_place where name is not null",
  );
  for (const { place } of places) {
    const gone = `delete from search_good_${place} where id = $1`;
    await look(shop.house.database, z.unknown(), gone, [product_id]);
  }
  await until(stands, (isThere) => !isThere);
});
