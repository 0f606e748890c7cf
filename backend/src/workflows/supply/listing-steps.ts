/** Steps of listing goods. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

import {
  COOPERATIVE_MODULE,
  type Cooperative,
  type CooperativeService,
} from "../../modules/cooperative";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { freeHandles, handleOf } from "../../modules/shelf";
import { SUPPLY_MODULE, type ListingRecord, type SupplyService } from "../../modules/supply";
import { refuse } from "../../refuse";
import { productInput, supplyRecord, type Listing, type Shop } from "./prepare-listings";

/** Checks every listing and works it into what Medusa and the supply room take; writes nothing. */
export const prepareListingsStep = createStep(
  "prepare-listings",
  async ({ listings }: { listings: Listing[] }, { container }) => {
    const [shop, categories, sellers, faces, handles] = await Promise.all([
      findShop(container),
      findCategories(container, listings),
      findSellers(container, listings),
      findFaces(container, listings),
      findHandles(container, listings),
    ]);
    const now = new Date();
    const prepared = listings.map((listing, index) => {
      const seller = sellers.get(listing.cooperative_id);
      const category_id = categories.get(listing.product.category);
      if (seller?.status !== "approved") throw refuse("cooperative_not_approved");
      if (category_id === undefined) throw refuse("category_unknown", { field: "category" });
      return {
        product: productInput(listing.product, { handle: handles[index] ?? "", category_id }, shop),
        supply: supplyRecord(listing, seller, facesWithin(faces, seller), now),
      };
    });
    return new StepResponse({
      shop,
      products: prepared.map((one) => one.product),
      supplies: prepared.map((one) => one.supply),
    });
  },
);

async function findShop(container: MedusaContainer): Promise<Shop> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: Shop[] }>(
    `select s.default_sales_channel_id sales_channel_id, s.default_location_id location_id,
       (select id from shipping_profile where deleted_at is null order by type <> 'default', id limit 1) shipping_profile_id
     from store s where s.deleted_at is null and s.default_location_id is not null order by s.id limit 1`,
  );
  const [shop] = found.rows;
  if (!shop) throw refuse("not_ready");
  return shop;
}

async function findCategories(
  container: MedusaContainer,
  listings: Listing[],
): Promise<Map<string, string>> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { handle: string; id: string }[] }>(
    `select handle, id from product_category where handle = any(?) and deleted_at is null`,
    [listings.map((listing) => listing.product.category)],
  );
  return new Map(found.rows.map((row) => [row.handle, row.id]));
}

async function findSellers(
  container: MedusaContainer,
  listings: Listing[],
): Promise<Map<string, Cooperative>> {
  const register: CooperativeService = container.resolve(COOPERATIVE_MODULE);
  const found = await register.list([
    ...new Set(listings.map((listing) => listing.cooperative_id)),
  ]);
  return new Map(found.map((cooperative) => [cooperative.id, cooperative]));
}

type Faces = Map<string, { alias: string; division_code: string }>;

async function findFaces(container: MedusaContainer, listings: Listing[]): Promise<Faces> {
  const households: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE);
  return households.faces(
    listings.flatMap((listing) => listing.product.contributions.map((c) => c.household_id)),
  );
}

/** Households of the cooperative's own county: another county's are as unknown as none. */
function facesWithin(faces: Faces, seller: Cooperative): Faces {
  const county = seller.division_code.slice(0, 6);
  return new Map([...faces].filter(([, face]) => face.division_code.startsWith(county)));
}

async function findHandles(container: MedusaContainer, listings: Listing[]): Promise<string[]> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const bases = listings.map((listing) => handleOf(listing.product.title));
  const found = await pg.raw<{ rows: { handle: string }[] }>(
    `select handle from product
     where deleted_at is null and (handle = any(?) or regexp_replace(handle, '-[0-9]+$', '') = any(?))`,
    [bases, bases],
  );
  return freeHandles(bases, new Set(found.rows.map((row) => row.handle)));
}

/** The stock item behind each variant. */
export const findStockItemsStep = createStep(
  "find-stock-items",
  async (variant_ids: string[], { container }) => {
    const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
    const found = await pg.raw<{ rows: { variant_id: string; inventory_item_id: string }[] }>(
      `select variant_id, inventory_item_id from product_variant_inventory_item
       where variant_id = any(?) and deleted_at is null`,
      [variant_ids],
    );
    return new StepResponse(
      Object.fromEntries(found.rows.map((row) => [row.variant_id, row.inventory_item_id])),
    );
  },
);

/** Puts lots, deliveries and terms on record. */
export const recordListingsStep = createStep(
  "record-listings",
  async (records: ListingRecord[], { container }) => {
    const supply: SupplyService = container.resolve(SUPPLY_MODULE);
    await supply.record(records);
    return new StepResponse(
      undefined,
      records.map((record) => record.product_id),
    );
  },
  async (product_ids, { container }) => {
    if (!product_ids) return;
    const supply: SupplyService = container.resolve(SUPPLY_MODULE);
    await supply.remove(product_ids);
  },
);
