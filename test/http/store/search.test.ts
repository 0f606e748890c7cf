/** Search as a buyer meets it over HTTP: suggestions, mistakes, facets, and changes within two seconds. */
import { goodsReplySchema, productReplySchema } from "@yigou/backend/contract";
import { suggestionsReplySchema } from "@yigou/backend/contract/goods";

import { buyOne, listGoods, openShop, type Shop, until } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
});
afterAll(() => shop.close());

const goods = async (query: Record<string, string>) =>
  replyOf(
    await guest.get(`/store/goods?${new URLSearchParams(query).toString()}`),
    goodsReplySchema,
  );
const suggestions = async (q: string) =>
  replyOf(
    await guest.get(`/store/suggestions?${new URLSearchParams({ q }).toString()}`),
    suggestionsReplySchema,
  ).suggestions;

/** How soon a list must show what was changed. */
const SOON_MS = 2_000;

describe("suggestions", () => {
  it.each([
    ["qic", "脐橙"],
    ["qc", "脐橙"],
    ["脐", "脐橙"],
    ["xinf", "信丰"],
    ["信丰 qich", "信丰 脐橙"],
  ])("for %s hold %s", async (typed, text) => {
    const found = await suggestions(typed);
    expect(found.map((one) => one.text)).toContain(text);
    expect(found.length).toBeLessThanOrEqual(8);
    for (const one of found) expect(one.goods).toBeGreaterThan(0);
  });

  it.each(["", "%", "_", "\\", "拖拉机", ":*"])("for %j are none", async (typed) => {
    expect(await suggestions(typed)).toEqual([]);
  });

  it("never hold a household's name", async () => {
    const { goods: cards } = await goods({ limit: "50" });
    const pages = await Promise.all(
      cards
        .slice(0, 10)
        .map(async ({ handle }) => (await guest.get(`/store/goods/${handle}`)).body),
    );
    const aliases = JSON.stringify(pages).match(/"alias":"([^"]+)"/g) ?? [];
    expect(aliases.length).toBeGreaterThan(5);
    for (const alias of new Set(aliases.map((one) => one.slice(9, -1)))) {
      const found = await suggestions(alias);
      expect(found.map((one) => one.text)).not.toContain(alias);
    }
  });

  it("refuse what is too long", async () => {
    const answer = await guest.get(`/store/suggestions?q=${"a".repeat(61)}`);
    expect(refusalOf(answer)).toMatch(/^400 /);
  });
});

describe("a mistake", () => {
  it.each([
    ["脐登", "脐橙"],
    ["qichegn", "脐橙"],
  ])("%s asks whether %s was meant, and that finds goods", async (q, meant) => {
    const nothing = await goods({ q });
    expect([nothing.count, nothing.did_you_mean]).toEqual([0, meant]);
    expect((await goods({ q: meant })).count).toBeGreaterThan(0);
  });

  it("asks nothing where something was found", async () => {
    expect((await goods({ q: "脐橙" })).did_you_mean).toBeNull();
  });
});

describe("facets", () => {
  it("lead where their counts say", async () => {
    const all = await goods({ limit: "1" });
    for (const { key, count } of all.facets.county) {
      const there = await goods({ county: key, limit: "1" });
      expect(there.count).toBe(count);
      for (const kind of there.facets.category) {
        expect((await goods({ county: key, category: kind.key, limit: "1" })).count).toBe(
          kind.count,
        );
      }
    }
    const sum = all.facets.price.reduce((whole, range) => whole + range.count, 0);
    expect(sum).toBe(all.count);
  });

  it("of price lead to goods of that price", async () => {
    const { facets } = await goods({});
    for (const { from_fen, to_fen, count } of facets.price) {
      const found = await goods({
        ...(from_fen === null ? {} : { min_price_fen: String(from_fen) }),
        ...(to_fen === null ? {} : { max_price_fen: String(to_fen) }),
        limit: "50",
      });
      expect(found.count).toBe(count);
      for (const { price_fen } of found.goods) {
        expect(price_fen).toBeGreaterThanOrEqual(from_fen ?? 0);
        expect(price_fen).toBeLessThanOrEqual(to_fen ?? Number.MAX_SAFE_INTEGER);
      }
    }
  });

  it("name what is favoured by rule, which comes first where that is asked", async () => {
    const found = await goods({ sort: "helps_first", limit: "50" });
    expect(found.facets.favoured).toBeGreaterThan(0);
    const flags = found.goods.map((good) => good.favoured);
    expect(flags).toEqual(flags.toSorted((a, b) => Number(b) - Number(a)));
    const only = await goods({ favoured: "1", limit: "50" });
    expect(only.count).toBe(found.facets.favoured);
    // The rule holds in one county of the demonstration, and never for the goods of one household.
    for (const good of only.goods) {
      expect(good.county_code).toBe("530523");
      expect(good.household_count).toBeGreaterThan(1);
    }
  });
});

describe("a change", () => {
  it("of price is in list and search within two seconds", async () => {
    const { product_id, variant_id, handle } = await listGoods(seller, { price_fen: 3990 });
    const change = { variants: [{ id: variant_id, price_fen: 4550 }] };
    replyOf(await seller.post(`/cooperative/products/${product_id}`, change), productReplySchema);
    await until(
      () => goods({ q: "测试脐橙", sort: "newest", limit: "50" }),
      (found) => found.goods.find((one) => one.handle === handle)?.price_fen === 4550,
      SOON_MS,
    );
  });

  it("of stock, by the last purchase, is in the list within two seconds", async () => {
    const { variant_id, handle } = await listGoods(seller, { stock: 1 });
    await buyOne(guest, variant_id, 1);
    await until(
      () => goods({ q: "测试脐橙", sort: "newest", limit: "50" }),
      (found) => found.goods.find((one) => one.handle === handle)?.in_stock === false,
      SOON_MS,
    );
  });

  it("that takes goods off takes them out of list, facets and search within two seconds", async () => {
    const before = await goods({ limit: "1" });
    const { product_id } = await listGoods(seller);
    await until(
      () => goods({ limit: "1" }),
      (found) => found.count === before.count + 1,
      SOON_MS,
    );
    await seller.post(`/cooperative/products/${product_id}`, { status: "draft" });
    await until(
      () => goods({ limit: "1" }),
      (found) => found.count === before.count,
      SOON_MS,
    );
  });
});
