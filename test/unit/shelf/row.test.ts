/** The row of a good: its price is split to the fen, its households stand by their shares. */
import fc from "fast-check";

import type { GoodWithTerms } from "../../../backend/src/queries/shelf/good-sources";
import { makeRow } from "../../../backend/src/workflows/shelf/make-row";

const contributor = (household_id: string, alias: string, weight_g: number) => ({
  household_id,
  alias,
  weight_g,
  division_code: "360722101201",
  linkage: "purchase" as const,
});

function good(prices: string[], weights: number[]): GoodWithTerms {
  return {
    source: {
      product_id: "prod_1",
      handle: "qi-cheng",
      title: "脐橙",
      description: "十一月采摘",
      title_en: "Oranges",
      description_en: "",
      picture: null,
      images: ["/static/goods/a.svg", "/static/goods/b.svg"],
      category: "fruit",
      category_label: "水果",
      certificates: [],
      cooperative_id: "coop_1",
      cooperative_name: "长岗合作社",
      county_code: "360722",
      county_name: "信丰县",
      lot: { code: "L1", harvested_on: "2026-11-18", weight_g: 1000 },
      listed_at: new Date("2026-11-20T00:00:00Z"),
      read_at: new Date("2026-11-22T00:00:00Z"),
      adoption: null,
      stars: null,
      variants: prices.map((yuan, at) => ({
        id: `v${at}`,
        title: `${at}`,
        yuan,
        in_stock: at > 0,
        clearance: null,
      })),
    },
    terms: {
      id: "terms_1",
      product_id: "prod_1",
      cooperative_id: "coop_1",
      cooperative_name: "长岗合作社",
      lot_id: "lot_1",
      lot_code: "L1",
      effective_at: new Date("2026-11-20T00:00:00Z"),
      service_ppm: 200_000,
      platform_ppm: 0,
      packing_fen: 150,
      freight_fen: 249,
      contributors: weights.map((weight, at) =>
        contributor(`hh_${at}`, `大塘埠镇·${at}家`, weight),
      ),
    },
    townships: new Map([["360722101000", "大塘埠镇"]]),
  };
}

it("carries the stars of its reviews to card and page, and none where nobody has reviewed it", () => {
  const rated = good(["39.90"], [1]);
  rated.source.stars = [0, 0, 0, 1, 2];
  const { card, page } = makeRow(rated, null, false);
  expect(card.rating).toEqual({ count: 3, mean_hundredths: 467 });
  expect(page.rating).toEqual(card.rating);
  rated.source.stars = [0, 0, 0, 0, 0];
  expect(makeRow(rated, null, false).card.rating).toBeNull();
  expect(makeRow(good(["39.90"], [1]), null, false).page.rating).toBeNull();
});

const sum = (amounts: number[]) => amounts.reduce((all, one) => all + one, 0);

describe("the row of a good", () => {
  it("shows the lowest price and what of it reaches the farm", () => {
    const { card } = makeRow(good(["79.80", "39.90"], [620, 380]), null, false);
    expect(card.price_fen).toBe(3990);
    expect(card.household_fen).toBe(3990 - 798 - 150 - 249);
    expect(card.household_count).toBe(2);
  });

  it("splits any price into parts that add up to it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 10_000_000 }), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
        const { card } = makeRow(good([yuan], [1]), null, false);
        expect(sum(card.breakdown.map((part) => part.amount_fen))).toBe(card.price_fen);
      }),
    );
  });

  it("gives the households shares that add up to the whole, the largest first", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 30 }),
        (weights) => {
          const shares = makeRow(good(["39.90"], weights), null, false).page.households.map(
            (one) => one.share_ppm,
          );
          expect(sum(shares)).toBe(1_000_000);
          expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        },
      ),
    );
  });

  it("names the township, never the village", () => {
    const row = makeRow(good(["39.90"], [1]), null, false);
    expect(row.page.households[0]?.division_name).toBe("大塘埠镇");
    expect(row.township_codes).toEqual(["360722101000"]);
    expect(JSON.stringify(row)).not.toContain("360722101201");
  });

  it("carries no id of a household", () => {
    expect(JSON.stringify(makeRow(good(["39.90"], [1, 2, 3]), null, false))).not.toContain("hh_");
  });

  it("is in stock when any variant is", () => {
    expect(makeRow(good(["39.90"], [1]), null, false).in_stock).toBe(false);
    expect(makeRow(good(["39.90", "79.80"], [1]), null, false).in_stock).toBe(true);
  });
});
