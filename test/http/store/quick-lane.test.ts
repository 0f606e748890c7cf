/**
 * The quick lane answers lists and pages of goods before anything is known of the visitor. It must say what the
 * ordinary door says, word for word, and leave to it whatever it cannot answer.
 */
import { z } from "zod";

import { goodReplySchema, goodsReplySchema } from "@yigou/backend/contract/goods";

import { demo } from "../../support/postgres";
import { look } from "../ledger";
import { listGoods, type Listed, openShop, type Shop, until } from "../shop";

let shop: Shop;
let goods: Listed;
let key: string;

beforeAll(async () => {
  shop = await openShop();
  const seller = await shop.visitor("cooperative");
  goods = await listGoods(seller, { price_fen: 3990, stock: 5 });
  key = demo().publishable_key;
  // The first request to the shop opens the lane.
  await asked("/store/goods");
});
afterAll(() => shop.close());

const asked = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${shop.house.url}${path}`, { headers: { "x-publishable-api-key": key, ...headers } });

/** A visitor from another site, whom the ordinary door greets. */
const ORIGIN = { origin: "http://localhost:8000" };
const isQuick = (answer: Response): boolean =>
  answer.headers.get("access-control-allow-credentials") === null;

describe("what the quick lane says", () => {
  it.each([
    "/store/goods?limit=12",
    "/store/goods?limit=3&offset=3&sort=price_asc",
    "/store/goods?category=fruit&county=360722",
    "/store/goods?q=%E8%84%90%E6%A9%99&limit=5",
    "/store/goods?q=qichegn",
  ])("is what the ordinary door says: %s", async (path) => {
    const [quick, ordinary] = [await asked(path), await asked(path, ORIGIN)];
    expect([isQuick(quick), isQuick(ordinary)]).toEqual([true, false]);
    expect(quick.status).toBe(200);
    const said: unknown = await quick.json();
    expect(said).toEqual(await ordinary.json());
    expect(goodsReplySchema.parse(said)).toEqual(said);
    for (const name of ["cache-control", "content-type", "etag", "vary"]) {
      expect(quick.headers.get(name)).toBe(ordinary.headers.get(name));
    }
    expect(quick.headers.get("set-cookie")).toBeNull();
  });

  it("is the same page of goods", async () => {
    const path = `/store/goods/${goods.handle}`;
    const [quick, ordinary] = [await asked(path), await asked(path, ORIGIN)];
    expect([isQuick(quick), isQuick(ordinary)]).toEqual([true, false]);
    expect(goodReplySchema.parse(await quick.json())).toEqual(await ordinary.json());
  });
});

describe("what the quick lane leaves to the ordinary door", () => {
  it.each([
    ["a field that is no field", "/store/goods?colour=red", 400, "colour"],
    ["a number that is none", "/store/goods?limit=many", 400, "limit"],
    ["a field that stands twice", "/store/goods?category=fruit&category=tea", 400, "category"],
  ])("%s is refused with its name", async (_, path, status, field) => {
    const answer = await asked(path);
    expect(isQuick(answer)).toBe(false);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code: "invalid_input", field });
  });

  it("goods that are not there are not found", async () => {
    const answer = await asked("/store/goods/no-such-goods");
    expect([answer.status, isQuick(answer)]).toEqual([404, false]);
  });

  it("a wrong key, and none, see nothing", async () => {
    for (const wrong of ["pk_wrong", ""]) {
      const answer = await asked("/store/goods", { "x-publishable-api-key": wrong });
      expect([answer.status, isQuick(answer)]).toEqual([400, false]);
      expect(await answer.text()).not.toContain('"goods"');
    }
  });

  it("somebody who is signed in, or has a cookie, is looked at", async () => {
    for (const [name, value] of [
      ["authorization", "Bearer nothing"],
      ["cookie", "connect.sid=nothing"],
    ] as const) {
      const answer = await asked("/store/goods?limit=1", { [name]: value });
      expect([answer.status, isQuick(answer)]).toEqual([200, false]);
    }
  });
});

it("a key that is revoked opens the lane for a moment only", async () => {
  const database = shop.house.database;
  const revoke = (at: string) =>
    look(database, z.unknown(), `update api_key set revoked_at = ${at} where token = $1`, [key]);
  await revoke("now()");
  try {
    await until(
      async () => (await asked("/store/goods?limit=1")).status,
      (status) => status === 400,
    );
  } finally {
    await revoke("null");
  }
});
