/** What a cooperative writes, worked into what Medusa and the supply room take. */
import { productBodySchema } from "@yigou/backend/contract";

import {
  productInput,
  requireSplit,
  supplyRecord,
} from "../../../backend/src/workflows/supply/prepare-listings";

const shop = { sales_channel_id: "sc_1", location_id: "sloc_1", shipping_profile_id: "sp_1" };
const place = { handle: "qi-cheng", category_id: "pcat_1" };
const seller = { id: "coop_1", name: "长岗合作社" };
const now = new Date("2026-11-22T00:00:00Z");
const faces = new Map([
  ["hh_1", { alias: "大塘埠镇·钟家", division_code: "360722101201" }],
  ["hh_2", { alias: "大塘埠镇·赖家", division_code: "360722101202" }],
]);

function product(over: object = {}) {
  return productBodySchema.parse({
    title: "赣南脐橙",
    description: "十一月采摘",
    category: "fruit",
    images: ["/static/goods/orange.svg"],
    variants: [
      { title: "5 斤", price_fen: 3990, stock: 12, weight_g: 2500 },
      { title: "10 斤", price_fen: 7505, stock: 3, weight_g: 5000 },
    ],
    lot: { code: "XF-11", harvested_on: "2026-11-18" },
    contributions: [
      { household_id: "hh_1", weight_g: 620_000 },
      { household_id: "hh_2", weight_g: 380_000 },
    ],
    service_ppm: 200_000,
    packing_fen: 150,
    freight_fen: 249,
    ...over,
  });
}

describe("a product for Medusa", () => {
  it("has its variants in their order, with prices in yuan and counted stock", () => {
    const input = productInput(product(), place, shop);
    expect(input.variants?.map((variant) => variant.prices)).toEqual([
      [{ currency_code: "cny", amount: 39.9 }],
      [{ currency_code: "cny", amount: 75.05 }],
    ]);
    expect(input.variants?.every((variant) => variant.manage_inventory)).toBe(true);
  });

  it("carries nothing of the households, neither in metadata nor anywhere else", () => {
    const text = JSON.stringify(productInput(product(), place, shop));
    expect(text).not.toMatch(/hh_|metadata|620000|钟家/);
  });

  it("is refused when two variants have one title", () => {
    const [first] = product().variants;
    const twice = product({ variants: [first, first] });
    expect(() => productInput(twice, place, shop)).toThrow(
      expect.objectContaining({ code: "invalid_input" }),
    );
  });
});

describe("a supply record", () => {
  const record = (over: object = {}, listing: object = {}) =>
    supplyRecord(
      { cooperative_id: "coop_1", product: product(over), ...listing },
      seller,
      faces,
      now,
    );

  it("freezes alias, place and weight of each household", () => {
    expect(record().terms.contributors).toEqual([
      { ...faces.get("hh_1"), household_id: "hh_1", weight_g: 620_000, linkage: "purchase" },
      { ...faces.get("hh_2"), household_id: "hh_2", weight_g: 380_000, linkage: "purchase" },
    ]);
  });

  it("holds from now on unless another moment is given", () => {
    expect(record().terms.effective_at).toBe(now.toISOString());
    const past = "2025-12-01T00:00:00.000Z";
    expect(record({}, { effective_at: past }).terms.effective_at).toBe(past);
  });

  it("is refused for a household that is not known in the county", () => {
    const contributions = [{ household_id: "hh_9", weight_g: 1 }];
    expect(() => record({ contributions })).toThrow(
      expect.objectContaining({ code: "household_unknown" }),
    );
  });

  it("is refused when one household stands in it twice", () => {
    const contributions = [1, 2].map((weight_g) => ({ household_id: "hh_1", weight_g }));
    expect(() => record({ contributions })).toThrow(
      expect.objectContaining({ code: "invalid_input" }),
    );
  });

  it("is refused when one of its prices would leave the households nothing", () => {
    const variants = [
      { title: "小", price_fen: 300, stock: 1, weight_g: 100 },
      { title: "大", price_fen: 9000, stock: 1, weight_g: 100 },
    ];
    expect(() => record({ variants })).toThrow(
      expect.objectContaining({ code: "split_exceeds_price" }),
    );
  });
});

describe("a split", () => {
  const terms = { service_ppm: 900_000, platform_ppm: 0, packing_fen: 50, freight_fen: 49 };

  it("is possible while one fen reaches the households", () => {
    expect(() => requireSplit(1000, terms)).not.toThrow();
    expect(() => requireSplit(990, terms)).toThrow(
      expect.objectContaining({ code: "split_exceeds_price" }),
    );
  });
});
