/** What stock Medusa shows too freely: metadata, stock by place, endless lists, endless guessing. */
import { z } from "zod";

import { demo } from "../../support/postgres";
import { type Listed, listGoods, openShop, type Shop } from "../shop";
import { refusalOf, type Visitor, visitorOf } from "../visitor";

let shop: Shop;
let guest: Visitor;
let buyer: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  buyer = await shop.visitor("buyer");
  goods = await listGoods(await shop.visitor("cooperative"));
});
afterAll(() => shop.close());

/** Words that no answer of the shop may carry. */
const SECRET =
  /metadata|stocked_quantity|reserved_quantity|location_levels|inventory_items|household_id|contributors|password|auth_identity|cooperative_member|contact_phone|license_no/;

describe("the fields of Medusa's shop routes", () => {
  const wishes = [
    "%2Bmetadata",
    "*variants.inventory_items",
    "*variants.inventory_items.inventory.location_levels",
    "%2Bvariants.metadata,%2Bvariants.inventory_items.*",
    "*sales_channels",
    "*household",
    "*cooperative",
    "*supply_terms",
    "*orders",
    "*variants.order_items",
    "**",
    "*",
  ];
  it.each(wishes)("give nothing away for %s", async (wish) => {
    const region = demo().region_id;
    const paths = [
      `/store/products?limit=2&region_id=${region}&fields=${wish}`,
      `/store/products/${goods.product_id}?region_id=${region}&fields=${wish}`,
      `/store/collections?fields=${wish}`,
      `/store/product-categories?limit=2&fields=${wish}`,
      `/store/regions?fields=${wish}`,
      `/store/customers/me?fields=${wish}`,
    ];
    for (const path of paths) {
      const answer = await buyer.get(path);
      expect([200, 400, 404], `${path}: ${answer.text.slice(0, 200)}`).toContain(answer.status);
      if (answer.status === 200) expect(answer.text.match(SECRET)?.[0], path).toBeUndefined();
      expect(answer.text, path).not.toMatch(/node_modules|select .* from/);
    }
  });

  it.each([
    "metadata[x]=1",
    "order=metadata",
    "order=variants.inventory_items.id",
    "created_at[$gt]=x'",
    "variants[inventory_items][id]=1",
  ])("neither filter nor sort by what is hidden: %s", async (query) => {
    const answer = await guest.get(`/store/products?limit=2&${query}`);
    expect([200, 400]).toContain(answer.status);
    // A refusal repeats the name of the parameter, as it was asked.
    const told = answer.status === 200 ? answer.text : answer.text.replaceAll("metadata", "");
    expect(told.match(SECRET)?.[0]).toBeUndefined();
  });
});

describe("a list", () => {
  const nouns = "products product-categories collections regions orders product-tags currencies";
  const lists = nouns.split(" ").map((noun) => `/store/${noun}`);
  const capped = z.looseObject({ limit: z.number().max(100) });
  it.each(lists)("%s has an end, whatever limit is asked for", async (path) => {
    for (const limit of ["101", "100000", "1e9", "9999999999999999999"]) {
      const answer = await buyer.get(`${path}?limit=${limit}`);
      if (answer.status === 200) expect(capped.safeParse(answer.body).success, limit).toBe(true);
      else expect(answer.status, `${path} ${limit}`).toBe(400);
    }
  });
});

describe("a private file", () => {
  it("is not given away without its own signed address", async () => {
    const until = Math.floor(Date.now() / 1000) + 600;
    for (const query of ["", `?until=${until}`, `?until=${until}&signature=${"A".repeat(43)}`]) {
      expect(refusalOf(await guest.get(`/files/export-1${query}`))).toBe("404 not_found");
    }
  });
});

describe("a login", () => {
  it("is refused after many wrong passwords, and says the same of accounts that do not exist", async () => {
    const tries = async (email: string): Promise<string[]> => {
      const answers: string[] = [];
      for (let n = 0; n < 12; n++) {
        const body = { email, password: `wrong-${n}` };
        const headers = { "x-forwarded-for": `203.0.113.${n + 1}` };
        const visitor = visitorOf(shop.house.url, "guesser");
        answers.push(
          String((await visitor.post("/auth/customer/emailpass", body, { headers })).status),
        );
      }
      return answers;
    };
    const known = await tries(demo().accounts["buyer"]?.email ?? "");
    expect(known[0]).toBe("401");
    expect(known.at(-1)).toBe("429");
    expect(await tries("nobody@example.com")).toEqual(known);
  });
});
