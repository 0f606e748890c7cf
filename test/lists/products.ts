/** Goods that a cooperative may list, and slips that are refused with `invalid_input`. */
import type { Json, Slip } from "./changed";

/**
 * Ordinary goods with one variant.
 *
 * @param title makes the handle, so it must not be taken
 * @param household_ids who supplied the lot, in equal weights
 */
export function productOf(
  title: string,
  household_ids: readonly string[],
  { price_fen = 3990, stock = 100 } = {},
): { [key: string]: Json } {
  return {
    title,
    description: "当季采摘，现摘现发，破损包赔。",
    category: "fruit",
    images: [],
    variants: [{ title: "一箱", price_fen, stock, weight_g: 2500 }],
    certificates: [],
    lot: { code: "T-2026-11", harvested_on: "2026-11-01" },
    contributions: household_ids.map((household_id) => ({ household_id, weight_g: 50_000 })),
    service_ppm: 100_000,
    packing_fen: 200,
    freight_fen: 199,
  };
}

/** What is refused with `invalid_input`. */
export const wrongProducts: readonly Slip[] = [
  ["no title", "title", undefined],
  ["an empty title", "title", " "],
  ["an emoji in the title", "title", "脐橙🍊"],
  ["a title of 61 characters", "title", "橙".repeat(61)],
  ["a price in yuan with three decimals", "variants.0.price_fen", 39.905],
  ["a price in words", "variants.0.price_fen", "39.90"],
  ["a negative price", "variants.0.price_fen", -1],
  ["a price of nothing", "variants.0.price_fen", 0],
  ["a price of a billion", "variants.0.price_fen", 1e11],
  ["a negative stock", "variants.0.stock", -1],
  ["half a box in stock", "variants.0.stock", 0.5],
  ["more stock than any county has", "variants.0.stock", 1e9],
  ["no variants", "variants", []],
  ["21 variants", "variants", Array.from({ length: 21 }, (_, n) => ({ title: `第 ${n} 种` }))],
  ["no household behind it", "contributions", []],
  ["a negative weight", "contributions.0.weight_g", -1],
  ["no weight", "contributions.0.weight_g", 0],
  ["a service fee above 90 %", "service_ppm", 900_001],
  ["a negative service fee", "service_ppm", -1],
  ["negative packing", "packing_fen", -1],
  ["freight with a fraction of a fen", "freight_fen", 1.5],
  ["a harvest on no day", "lot.harvested_on", "2026-02-30"],
  ["a picture from elsewhere", "images", ["https://example.com/a.png"]],
  ["a picture outside the house", "images", ["/static/../../etc/passwd?x"]],
  ["a platform fee of the seller's own", "platform_ppm", 0],
  ["another cooperative's id", "cooperative_id", "coop_1"],
  ["a field that nobody knows", "metadata", {}],
];
