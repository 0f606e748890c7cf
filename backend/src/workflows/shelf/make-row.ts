/** Works the sources of a good into its row on the shelf. Pure. */
import { yuanToFen } from "../../contract/money";
import { breakdownOf, sharesPpm, splitLine } from "../../contract/split";
import { searchDocument, type ShelfRow } from "../../modules/shelf";
import type { Contributor } from "../../modules/supply";
import { townshipOf, type GoodWithTerms } from "../../queries/shelf/good-sources";

/** The enterprise that stands by the households of a good. */
export type Enterprise = { name: string; help: string } | null;

/**
 * The row of one good.
 *
 * @param good sources with the terms of today; at least one variant
 * @param enterprise shown beside the households; null when none is paired
 * @returns a row whose card splits the lowest price to the fen
 */
export function makeRow({ source, terms, townships }: GoodWithTerms, enterprise: Enterprise): ShelfRow {
  const households = householdsOf(terms.contributors, townships);
  const prices = source.variants.map((variant) => yuanToFen(variant.yuan));
  const price_fen = Math.min(...prices);
  const split = splitLine(price_fen, 1, terms);
  const township_name = households[0]?.division_name ?? source.county_name;
  const card = {
    product_id: source.product_id,
    handle: source.handle,
    title: source.title,
    title_en: source.title_en,
    category: source.category,
    county_code: source.county_code,
    county_name: source.county_name,
    township_name,
  };
  const { service_ppm, platform_ppm, packing_fen, freight_fen } = terms;
  return {
    product_id: source.product_id,
    handle: source.handle,
    cooperative_id: source.cooperative_id,
    category: source.category,
    category_label: source.category_label,
    county_code: source.county_code,
    county_name: source.county_name,
    cooperative_name: source.cooperative_name,
    township_codes: [...new Set(terms.contributors.map((c) => townshipOf(c.division_code)))],
    aliases: households.map((household) => household.alias),
    price_fen,
    in_stock: source.variants.some((variant) => variant.in_stock),
    listed_at: source.listed_at,
    card: {
      ...card,
      picture: source.picture ?? source.images[0] ?? null,
      price_fen,
      cooperative: source.cooperative_name,
      household_count: new Set(terms.contributors.map((c) => c.household_id)).size,
      household_fen: split.household_fen,
      breakdown: breakdownOf(split, source.cooperative_name),
    },
    page: {
      ...card,
      description: source.description,
      description_en: source.description_en,
      images: source.images.length > 0 ? source.images : source.picture ? [source.picture] : [],
      certificates: source.certificates,
      cooperative: { id: source.cooperative_id, name: source.cooperative_name, county_name: source.county_name },
      pairing_enterprise: enterprise,
      lot: source.lot,
      households,
    },
    terms: { service_ppm, platform_ppm, packing_fen, freight_fen, cooperative_name: source.cooperative_name },
    search: searchDocument({
      title: source.title,
      title_en: source.title_en,
      names: [
        source.county_name,
        source.category_label,
        ...new Set(households.map((household) => household.division_name)),
        ...households.map((household) => household.alias),
      ],
      description: source.description,
    }),
    read_at: source.read_at,
  };
}

/** Alias, township and share of each household, the largest share first. */
function householdsOf(contributors: readonly Contributor[], townships: ReadonlyMap<string, string>) {
  const shares = sharesPpm(contributors);
  return contributors
    .map((contributor, index) => ({
      alias: contributor.alias,
      division_name: townships.get(townshipOf(contributor.division_code)) ?? "",
      share_ppm: shares[index] ?? 0,
    }))
    .sort((a, b) => b.share_ppm - a.share_ppm || (a.alias < b.alias ? -1 : 1));
}
