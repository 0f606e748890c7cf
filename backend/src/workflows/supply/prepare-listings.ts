/** Turns what a cooperative writes about its goods into what Medusa and the supply room take. */
import type { CreateProductWorkflowInputDTO } from "@medusajs/framework/types";

import { fenToYuan } from "../../contract/money";
import type { ProductBody } from "../../contract/cooperative";
import { splitLine, type SplitTerms } from "../../contract/split";
import type { Contributor, ListingRecord } from "../../modules/supply";
import { refuse } from "../../refuse";

/** One product to list. */
export interface Listing {
  cooperative_id: string;
  product: ProductBody;
  /** When the terms begin to hold; now unless a past is written down. */
  effective_at?: string;
  /** The platform's fee; nothing unless agreed. */
  platform_ppm?: number;
}

/** Where goods are sold and kept. */
export interface Shop {
  sales_channel_id: string;
  location_id: string;
  shipping_profile_id: string;
}

/** The name of the one option by which variants differ. */
const OPTION = "规格";

/**
 * What Medusa takes for a product.
 *
 * @param product as the cooperative wrote it
 * @param place its handle and category
 * @throws refusal `invalid_input` when two variants have one title
 */
export function productInput(
  product: ProductBody,
  place: { handle: string; category_id: string },
  shop: Shop,
): CreateProductWorkflowInputDTO {
  const titles = product.variants.map((variant) => variant.title);
  if (new Set(titles).size < titles.length)
    throw refuse("invalid_input", { field: "variants", reason: "one title twice" });
  const [thumbnail] = product.images;
  return {
    title: product.title,
    handle: place.handle,
    description: product.description,
    status: "published",
    category_ids: [place.category_id],
    images: product.images.map((url) => ({ url })),
    ...(thumbnail === undefined ? {} : { thumbnail }),
    shipping_profile_id: shop.shipping_profile_id,
    sales_channels: [{ id: shop.sales_channel_id }],
    options: [{ title: OPTION, values: titles }],
    variants: product.variants.map((variant, variant_rank) => ({
      variant_rank,
      title: variant.title,
      weight: variant.weight_g,
      manage_inventory: true,
      options: { [OPTION]: variant.title },
      prices: [{ currency_code: "cny", amount: fenToYuan(variant.price_fen) }],
    })),
  };
}

/**
 * What the supply room takes for a product, besides its id.
 *
 * @param listing as the cooperative wrote it
 * @param seller the cooperative's name as it is frozen into the terms
 * @param faces alias and place of the households that may supply it
 * @throws refusal `household_unknown`, `split_exceeds_price`, `invalid_input` for one household twice
 */
export function supplyRecord(
  listing: Listing,
  seller: { id: string; name: string },
  faces: ReadonlyMap<string, { alias: string; division_code: string }>,
  now: Date,
): Omit<ListingRecord, "product_id"> {
  const { product, platform_ppm = 0 } = listing;
  const terms = {
    service_ppm: product.service_ppm,
    packing_fen: product.packing_fen,
    freight_fen: product.freight_fen,
    platform_ppm,
  };
  for (const variant of product.variants) requireSplit(variant.price_fen, terms);
  return {
    title_en: product.title_en ?? "",
    description_en: product.description_en ?? "",
    certificates: product.certificates,
    harvested_on: product.lot.harvested_on,
    terms: {
      ...terms,
      cooperative_id: seller.id,
      cooperative_name: seller.name,
      lot_code: product.lot.code,
      effective_at: listing.effective_at ?? now.toISOString(),
      contributors: contributorsOf(product, faces),
    },
  };
}

function contributorsOf(
  product: ProductBody,
  faces: ReadonlyMap<string, { alias: string; division_code: string }>,
): Contributor[] {
  const ids = product.contributions.map((contribution) => contribution.household_id);
  if (new Set(ids).size < ids.length) {
    throw refuse("invalid_input", { field: "contributions", reason: "one household twice" });
  }
  return product.contributions.map(({ household_id, weight_g }) => {
    const face = faces.get(household_id);
    if (!face) throw refuse("household_unknown", { household_id });
    // A delivery of own produce that the cooperative buys; other linkages come with their contracts.
    return {
      household_id,
      weight_g,
      alias: face.alias,
      division_code: face.division_code,
      linkage: "purchase",
    };
  });
}

/**
 * Refuses a price that the fees would eat up: something must reach the households.
 *
 * @throws refusal `split_exceeds_price`
 */
export function requireSplit(price_fen: number, terms: SplitTerms): void {
  if (splitLine(price_fen, 1, terms).household_fen <= 0)
    throw refuse("split_exceeds_price", { price_fen });
}
