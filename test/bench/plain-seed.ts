/** Fills the plain shop over its own admin interface with the goods of ours. */
import { z } from "zod";

import type { BenchGood } from "./goods";
import { call } from "./http";

/** What a buyer of the plain shop needs to know. */
export interface PlainShop {
  base: string;
  publishable_key: string;
  operator_token: string;
  region_id: string;
}

const id = z.object({ id: z.string() });
const BATCH = 20;

type Post = <T extends z.ZodType>(path: string, reply: T, body: unknown) => Promise<z.output<T>>;
type Get = <T extends z.ZodType>(path: string, reply: T) => Promise<z.output<T>>;

/**
 * Sets the plain shop up: a region, a place with stock, free shipping, a key, and the goods.
 *
 * @param base address of the plain backend
 */
export async function seedPlain(
  base: string,
  operator: { email: string; password: string },
  goods: BenchGood[],
): Promise<PlainShop> {
  const login = `${base}/auth/user/emailpass`;
  const { token } = await call(login, z.object({ token: z.string() }), { body: operator });
  const headers = { authorization: `Bearer ${token}` };
  const post: Post = (path, reply, body) => call(`${base}/admin/${path}`, reply, { headers, body });
  const get: Get = (path, reply) => call(`${base}/admin/${path}`, reply, { headers });

  const region = await post("regions", z.object({ region: id }), {
    name: "中国",
    currency_code: "cny",
    countries: ["cn"],
    payment_providers: ["pp_system_default"],
  });
  const { stores } = await get("stores", z.object({ stores: z.array(id).min(1) }));
  await post(`stores/${stores[0]?.id ?? ""}`, z.unknown(), {
    supported_currencies: [{ currency_code: "cny", is_default: true }],
  });
  await post("tax-regions", z.unknown(), { country_code: "cn", provider_id: "tp_system" });
  const channels = await get("sales-channels", z.object({ sales_channels: z.array(id).min(1) }));
  const channel = channels.sales_channels[0]?.id ?? "";
  const key = await post("api-keys", z.object({ api_key: id.extend({ token: z.string() }) }), {
    title: "bench",
    type: "publishable",
  });
  await post(`api-keys/${key.api_key.id}/sales-channels`, z.unknown(), { add: [channel] });
  const { place, profile } = await seedShipping(post, region.region.id, channel);
  await seedGoods(post, goods, { channel, place, profile });
  return {
    base,
    publishable_key: key.api_key.token,
    operator_token: token,
    region_id: region.region.id,
  };
}

async function seedShipping(post: Post, region_id: string, channel: string) {
  const location = z.object({ stock_location: id });
  const place = (await post("stock-locations", location, { name: "仓库" })).stock_location.id;
  await post(`stock-locations/${place}/sales-channels`, z.unknown(), { add: [channel] });
  const provider_id = "manual_manual";
  await post(`stock-locations/${place}/fulfillment-providers`, z.unknown(), { add: [provider_id] });
  const sets = await post(
    `stock-locations/${place}/fulfillment-sets?fields=id,*fulfillment_sets`,
    z.object({ stock_location: z.object({ fulfillment_sets: z.array(id).min(1) }) }),
    { name: "快递", type: "shipping" },
  );
  const set = sets.stock_location.fulfillment_sets[0]?.id ?? "";
  const zones = await post(
    `fulfillment-sets/${set}/service-zones?fields=id,*service_zones`,
    z.object({ fulfillment_set: z.object({ service_zones: z.array(id).min(1) }) }),
    { name: "中国", geo_zones: [{ type: "country", country_code: "cn" }] },
  );
  const made = z.object({ shipping_profile: id });
  const profile = await post("shipping-profiles", made, { name: "农产品", type: "default" });
  await post("shipping-options", z.unknown(), {
    name: "快递",
    service_zone_id: zones.fulfillment_set.service_zones[0]?.id,
    shipping_profile_id: profile.shipping_profile.id,
    provider_id,
    price_type: "flat",
    type: { label: "快递", description: "快递", code: "express" },
    prices: [
      { currency_code: "cny", amount: 0 },
      { region_id, amount: 0 },
    ],
    rules: [
      { attribute: "enabled_in_store", operator: "eq", value: "true" },
      { attribute: "is_return", operator: "eq", value: "false" },
    ],
  });
  return { place, profile: profile.shipping_profile.id };
}

const createdSchema = z.object({
  created: z.array(
    z.object({
      variants: z.array(
        z.object({
          sku: z.string(),
          inventory_items: z.array(z.object({ inventory_item_id: z.string() })).min(1),
        }),
      ),
    }),
  ),
});

interface Places {
  channel: string;
  place: string;
  profile: string;
}

async function seedGoods(post: Post, goods: BenchGood[], places: Places): Promise<void> {
  const names = [...new Set(goods.map((good) => good.category))].filter(Boolean);
  const categories = new Map<string, string>();
  for (const name of names) {
    const body = { name, handle: `c-${categories.size}`, is_active: true };
    const made = await post("product-categories", z.object({ product_category: id }), body);
    categories.set(name, made.product_category.id);
  }
  for (let from = 0; from < goods.length; from += BATCH) {
    const batch = goods.slice(from, from + BATCH);
    const fields = "id,*variants,*variants.inventory_items";
    const { created } = await post(`products/batch?fields=${fields}`, createdSchema, {
      create: batch.map((good) => productBody(good, categories.get(good.category), places)),
    });
    const stock = new Map(
      batch.flatMap((good) => good.variants.map((v, i) => [skuOf(good, i), v.stock])),
    );
    const levels = created.flatMap((product) =>
      product.variants.map((variant) => ({
        inventory_item_id: variant.inventory_items[0]?.inventory_item_id,
        location_id: places.place,
        stocked_quantity: stock.get(variant.sku) ?? 0,
      })),
    );
    await post("inventory-items/location-levels/batch", z.unknown(), { create: levels });
  }
}

function skuOf(good: BenchGood, index: number): string {
  return `${good.handle}-${index}`;
}

function productBody(good: BenchGood, category: string | undefined, places: Places) {
  return {
    title: good.title,
    handle: good.handle,
    description: good.description,
    status: "published",
    ...(good.thumbnail ? { thumbnail: good.thumbnail } : {}),
    images: good.images.map((url) => ({ url })),
    shipping_profile_id: places.profile,
    sales_channels: [{ id: places.channel }],
    ...(category ? { categories: [{ id: category }] } : {}),
    options: [{ title: "规格", values: good.variants.map((variant) => variant.title) }],
    variants: good.variants.map((variant, index) => ({
      title: variant.title,
      sku: skuOf(good, index),
      manage_inventory: true,
      options: { 规格: variant.title },
      prices: [{ currency_code: "cny", amount: variant.price_yuan }],
    })),
  };
}
