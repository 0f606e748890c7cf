/** Adoption offers, and slips that are refused with `invalid_input`. */
import type { Json, Slip } from "./changed";
import { dayFromNow } from "./clearances";

let offers = 0;

/** One household's trees: 5 kg of oranges each for 168 yuan, in ten days. */
export function adoptionOf(
  household_id: string,
  { trees = 3, price_fen = 16_800, kind = "tree", harvest_from = dayFromNow(10) } = {},
): { [key: string]: Json } {
  offers += 1;
  return {
    kind,
    title: `认养脐橙树 ${process.pid} 之 ${offers}`,
    description: "一棵二十年的老树，您来认，我们来管。",
    category: "fruit",
    images: [],
    household_id,
    season: "2026 冬",
    harvest_from,
    harvest_to: dayFromNow(30),
    yield_text: "每棵 10 斤脐橙，树上熟",
    yield_g: 5000,
    trees,
    price_fen,
    service_ppm: 100_000,
    packing_fen: 500,
    freight_fen: 1000,
    lot_code: "A-2026",
  };
}

/** What is refused with `invalid_input`. */
export const wrongAdoptions: readonly Slip[] = [
  ["no trees", "trees", 0],
  ["half a tree", "trees", 0.5],
  ["no season", "season", undefined],
  ["a harvest that ends before it begins", "harvest_to", dayFromNow(9)],
  ["a day that is none", "harvest_from", "2026-02-30"],
  ["a yield of nothing", "yield_g", 0],
  ["a kind that nobody knows", "kind", "forest"],
  ["a product of the seller's own wish", "product_id", "prod_1"],
];
