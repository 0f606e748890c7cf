/** Works the sources of a good into its row on the shelf. Pure. */
import { yuanToFen } from "../../contract/money";
import { breakdownOf, sharesPpm, splitLine } from "../../contract/split";
import { rated } from "../../modules/review";
import { type ShelfRow, vocabularyOf, type WordKind } from "../../modules/shelf";
import type { Contributor } from "../../modules/supply";
import { townshipOf, type GoodSource, type GoodWithTerms } from "../../queries/shelf/good-sources";

/** The enterprise that stands by the households of a good. */
export type Enterprise = { name: string; help: string } | null;

/**
 * The row of one good.
 *
 * @param good sources with the terms of today; at least one variant
 * @param enterprise shown beside the households; null when none is paired
 * @param favoured by the rule of its place
 * @returns a row whose card splits the lowest price to the fen
 */
export function makeRow(good: GoodWithTerms, enterprise: Enterprise, favoured: boolean): ShelfRow {
  const { source, terms, townships } = good;
  const households = householdsOf(terms.contributors, townships);
  const card = cardOf(good, households);
  const { service_ppm, platform_ppm, packing_fen, freight_fen } = terms;
  return {
    product_id: source.product_id,
    handle: source.handle,
    cooperative_id: source.cooperative_id,
    cooperative_name: source.cooperative_name,
    category: source.category,
    category_label: source.category_label,
    county_code: source.county_code,
    county_name: source.county_name,
    township_codes: [...new Set(terms.contributors.map((c) => townshipOf(c.division_code)))],
    aliases: households.map((household) => household.alias),
    price_fen: card.price_fen,
    in_stock: source.variants.some((variant) => variant.in_stock),
    listed_at: source.listed_at,
    card,
    page: pageOf(source, households, enterprise),
    terms: {
      service_ppm,
      platform_ppm,
      packing_fen,
      freight_fen,
      cooperative_name: source.cooperative_name,
    },
    favoured,
    vocabulary: [...wordsOf(good).keys()],
    read_at: source.read_at,
  };
}

type Household = ShelfRow["page"]["households"][number];

/** What card and page have in common. */
function faceOf(source: GoodSource, households: readonly Household[]) {
  return {
    product_id: source.product_id,
    handle: source.handle,
    title: source.title,
    title_en: source.title_en,
    category: source.category,
    county_code: source.county_code,
    county_name: source.county_name,
    township_name: households[0]?.division_name ?? source.county_name,
    rating: ratingOf(source),
  };
}

function ratingOf({ stars }: GoodSource): ShelfRow["card"]["rating"] {
  if (stars === null) return null;
  const { count, mean_hundredths } = rated({ counts: stars });
  return mean_hundredths === null ? null : { count, mean_hundredths };
}

/** The card, with the lowest price and its split. */
function cardOf(
  { source, terms }: GoodWithTerms,
  households: readonly Household[],
): ShelfRow["card"] {
  const price_fen = Math.min(...source.variants.map((variant) => yuanToFen(variant.yuan)));
  const split = splitLine(price_fen, 1, terms);
  return {
    ...faceOf(source, households),
    picture: source.picture ?? source.images[0] ?? null,
    price_fen,
    cooperative: source.cooperative_name,
    household_count: new Set(terms.contributors.map((c) => c.household_id)).size,
    household_fen: split.household_fen,
    breakdown: breakdownOf(split, source.cooperative_name),
    clearance: clearanceOf(source, price_fen),
    adoption: source.adoption,
  };
}

/** The clearance behind the lowest price; the label never stands beside another price than the offer's. */
function clearanceOf({ variants }: GoodSource, price_fen: number): ShelfRow["card"]["clearance"] {
  const cleared = variants.find(
    ({ yuan, clearance }) =>
      yuanToFen(yuan) === price_fen && clearance !== null && price_fen < clearance.usual_fen,
  );
  return cleared?.clearance ?? null;
}

function pageOf(
  source: GoodSource,
  households: Household[],
  enterprise: Enterprise,
): ShelfRow["page"] {
  const { picture, images, cooperative_id: id, cooperative_name: name, county_name } = source;
  return {
    ...faceOf(source, households),
    description: source.description,
    description_en: source.description_en,
    images: images.length > 0 || picture === null ? images : [picture],
    certificates: source.certificates,
    cooperative: { id, name, county_name },
    pairing_enterprise: enterprise,
    lot: source.lot,
    households,
  };
}

/** The words of a good by which goods are suggested. */
export function wordsOf({ source, townships, terms }: GoodWithTerms): Map<string, WordKind> {
  const codes = terms.contributors.map((contributor) => townshipOf(contributor.division_code));
  const names = [...new Set(codes)].flatMap((code) => townships.get(code) ?? []);
  return vocabularyOf({
    title: source.title,
    title_en: source.title_en,
    category: source.category_label,
    places: [source.county_name, ...names],
  });
}

/** Alias, township and share of each household, the largest share first. */
function householdsOf(
  contributors: readonly Contributor[],
  townships: ReadonlyMap<string, string>,
): Household[] {
  const shares = sharesPpm(contributors);
  return contributors
    .map((contributor, index) => ({
      alias: contributor.alias,
      division_name: townships.get(townshipOf(contributor.division_code)) ?? "",
      share_ppm: shares[index] ?? 0,
    }))
    .sort((a, b) => b.share_ppm - a.share_ppm || (a.alias < b.alias ? -1 : 1));
}
