/** The shop itself: channel, key, region with its ways to pay, place of stock, shipping, reasons. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import {
  createApiKeysWorkflow,
  createRegionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateSalesChannelsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows";

import { ensureReasons, ensureShipping } from "./shipping";
import type { Progress } from "./progress";

/** What the rest of the loading needs of the shop. */
export interface Shop {
  sales_channel_id: string;
  region_id: string;
  location_id: string;
  publishable_key: string;
}

const CHANNEL = "以购商城";
const LOCATION = "产地合作社仓";
const KEY = "商城前台";

/** Makes the shop, or finds what an earlier run has made of it. */
export async function ensureShop(container: MedusaContainer, say: Progress): Promise<Shop> {
  const sales_channel_id = await ensureChannel(container);
  const region_id = await ensureRegion(container);
  const location_id = await ensureLocation(container, sales_channel_id);
  say(1, 3);
  await ensureStore(container, { sales_channel_id, region_id, location_id });
  const profile_id = await ensureProfile(container);
  await ensureShipping(container, { location_id, profile_id, region_id });
  say(2, 3);
  await ensureReasons(container);
  const publishable_key = await ensureKey(container, sales_channel_id);
  say(3, 3);
  return { sales_channel_id, region_id, location_id, publishable_key };
}

async function ensureChannel(container: MedusaContainer): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores({}, { take: 1 });
  const channels = container.resolve(Modules.SALES_CHANNEL);
  const [first] = await channels.listSalesChannels(
    store?.default_sales_channel_id ? { id: store.default_sales_channel_id } : {},
    { take: 1 },
  );
  // Medusa makes a store and its channel when it starts for the first time.
  if (!first) throw new Error("the store has no sales channel");
  if (first.name !== CHANNEL) {
    await updateSalesChannelsWorkflow(container).run({
      input: { selector: { id: first.id }, update: { name: CHANNEL, description: "以购代捐" } },
    });
  }
  return first.id;
}

async function ensureRegion(container: MedusaContainer): Promise<string> {
  const [known] = await container
    .resolve(Modules.REGION)
    .listRegions({ name: "中国" }, { take: 1 });
  if (known) return known.id;
  const providers = await container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ is_enabled: true });
  const payment_providers = providers
    .map((provider) => provider.id)
    .filter((id) => id !== "pp_system_default");
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "中国",
          currency_code: "cny",
          countries: ["cn"],
          payment_providers,
          automatic_taxes: false,
          is_tax_inclusive: true,
        },
      ],
    },
  });
  return firstId(result);
}

async function ensureLocation(container: MedusaContainer, channel: string): Promise<string> {
  const stock = container.resolve(Modules.STOCK_LOCATION);
  const [known] = await stock.listStockLocations({ name: LOCATION }, { take: 1 });
  if (known) return known.id;
  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: LOCATION,
          address: { country_code: "CN", province: "江西省", city: "赣州市", address_1: "信丰县" },
        },
      ],
    },
  });
  const id = firstId(result);
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id, add: [channel] } });
  return id;
}

async function ensureStore(
  container: MedusaContainer,
  place: { sales_channel_id: string; region_id: string; location_id: string },
): Promise<void> {
  await updateStoresWorkflow(container).run({
    input: {
      selector: {},
      update: {
        name: "以购 Yigou",
        supported_currencies: [{ currency_code: "cny", is_default: true, is_tax_inclusive: true }],
        default_sales_channel_id: place.sales_channel_id,
        default_region_id: place.region_id,
        default_location_id: place.location_id,
      },
    },
  });
}

async function ensureProfile(container: MedusaContainer): Promise<string> {
  const [known] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({ type: "default" }, { take: 1 });
  if (known) return known.id;
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "农产品", type: "default" }] },
  });
  return firstId(result);
}

async function ensureKey(container: MedusaContainer, channel: string): Promise<string> {
  const keys = container.resolve(Modules.API_KEY);
  const [known] = await keys.listApiKeys({ title: KEY, type: "publishable" }, { take: 1 });
  if (known) return known.token;
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: KEY, type: "publishable", created_by: "demonstration" }] },
  });
  const [made] = result;
  if (!made) throw new Error("no publishable key was made");
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: made.id, add: [channel] },
  });
  return made.token;
}

/** The id of the one thing that was made. */
export function firstId(made: readonly { id: string }[]): string {
  const [first] = made;
  if (!first) throw new Error("nothing was made");
  return first.id;
}
