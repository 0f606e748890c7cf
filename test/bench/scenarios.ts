/** What a buyer does, once for the plain shop and once for ours. */
import { randomUUID } from "node:crypto";

import { z } from "zod";

import { checkoutReplySchema } from "@yigou/backend/contract/checkout";
import { goodReplySchema, goodsReplySchema } from "@yigou/backend/contract/goods";
import { goodSorts } from "@yigou/backend/contract/words";

import type { BenchGood } from "./goods";
import { call } from "./http";
import type { PlainShop } from "./plain-seed";
import { offsetOf, PAGE, roundOf, wordsOf } from "./words";

/** One thing that a buyer does, as the n-th of its kind. */
export type Deed = (n: number) => Promise<void>;

/**
 * The same deeds in both shops. `front` is one address, which ours may keep in memory; `list` and `search` go through
 * addresses, and through the orders of a list, of which none comes again while it may be kept.
 */
export const deedNames = ["front", "list", "page", "search", "order"] as const;
/** The name of a deed. */
export type DeedName = (typeof deedNames)[number];
/** All deeds of one shop. */
export type Deeds = Record<DeedName, Deed>;

const email = "bench@example.com";

function pick<T>(list: readonly T[], n: number): T {
  const item = list[n % list.length];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}

const some = (count: number): z.ZodType => z.array(z.unknown()).min(count);

/** The variants that an order takes: two lines of different goods. */
function linesOf(variants: readonly string[], n: number) {
  const ids = [pick(variants, n), pick(variants, n + Math.floor(variants.length / 2))];
  return ids.map((variant_id) => ({ variant_id, quantity: 1 }));
}

/**
 * Deeds in the plain shop over its standard routes.
 *
 * @param variants ids of variants that are in stock
 */
export function plainDeeds(shop: PlainShop, goods: BenchGood[], variants: string[]): Deeds {
  const headers = { "x-publishable-api-key": shop.publishable_key };
  const store = `${shop.base}/store`;
  const list = `${store}/products?region_id=${shop.region_id}&limit=${PAGE}&fields=*variants.calculated_price`;
  const page = `${store}/products?region_id=${shop.region_id}&limit=1&fields=*variants.calculated_price,%2Bvariants.inventory_quantity,*images,*categories`;
  const words = wordsOf(goods);
  const products = (count: number) => z.object({ products: some(count) });
  return {
    front: async () => {
      await call(`${list}&offset=0`, products(PAGE), { headers });
    },
    list: async (n) => {
      const offset = (n % Math.floor(goods.length / PAGE)) * PAGE;
      await call(`${list}&offset=${offset}`, products(PAGE), { headers });
    },
    page: async (n) => {
      await call(`${page}&handle=${pick(goods, n).handle}`, products(1), { headers });
    },
    search: async (n) => {
      const q = encodeURIComponent(pick(words, n));
      await call(`${list}&q=${q}&offset=${offsetOf(words, n)}`, products(1), { headers });
    },
    order: (n) => plainOrder(shop, headers, linesOf(variants, n)),
  };
}

const id = z.object({ id: z.string() });
const completed = z.object({
  type: z.literal("order"),
  order: id.extend({
    payment_collections: z.array(z.object({ payments: z.array(id).min(1) })).min(1),
  }),
});

/** The stock flow of six calls; the seventh is the capture, which the operator makes. */
async function plainOrder(
  shop: PlainShop,
  headers: Record<string, string>,
  items: { variant_id: string; quantity: number }[],
): Promise<void> {
  const store = `${shop.base}/store`;
  const address = { first_name: "李", last_name: "明", address_1: "建设路 1 号", city: "泉州市" };
  const { cart } = await call(`${store}/carts`, z.object({ cart: id }), {
    headers,
    body: {
      region_id: shop.region_id,
      email,
      items,
      shipping_address: { ...address, country_code: "cn", phone: "10000000000" },
    },
  });
  const options = z.object({ shipping_options: z.array(id).min(1) });
  const found = await call(`${store}/shipping-options?cart_id=${cart.id}`, options, { headers });
  const option_id = found.shipping_options[0]?.id;
  await call(`${store}/carts/${cart.id}/shipping-methods`, z.unknown(), {
    headers,
    body: { option_id },
  });
  const { payment_collection } = await call(
    `${store}/payment-collections`,
    z.object({ payment_collection: id }),
    { headers, body: { cart_id: cart.id } },
  );
  const sessions = `${store}/payment-collections/${payment_collection.id}/payment-sessions`;
  await call(sessions, z.unknown(), { headers, body: { provider_id: "pp_system_default" } });
  const { order } = await call(
    `${store}/carts/${cart.id}/complete?fields=id,*payment_collections.payments`,
    completed,
    { headers, body: {} },
  );
  const payment = order.payment_collections[0]?.payments[0]?.id ?? "";
  await call(`${shop.base}/admin/payments/${payment}/capture`, z.unknown(), {
    headers: { authorization: `Bearer ${shop.operator_token}` },
    body: {},
  });
}

/** What a buyer of ours needs to know. */
export interface OurShop {
  base: string;
  publishable_key: string;
}

/** An order of ours, to be asked later whether it was credited. */
export interface Placed {
  id: string;
  token: string;
}

/**
 * Deeds in our shop over its own routes.
 *
 * @param placed orders are noted here
 */
export function ourDeeds(
  shop: OurShop,
  goods: BenchGood[],
  variants: string[],
  placed: Placed[],
): Deeds {
  const headers = { "x-publishable-api-key": shop.publishable_key };
  const store = `${shop.base}/store`;
  const words = wordsOf(goods);
  const full = goodsReplySchema.refine((reply) => reply.goods.length === PAGE, "a full page");
  const found = goodsReplySchema.refine((reply) => reply.goods.length > 0, "something found");
  return {
    front: async () => {
      await call(`${store}/goods?limit=${PAGE}`, full, { headers });
    },
    list: async (n) => {
      const pages = Math.floor(goods.length / PAGE);
      const sort = pick(goodSorts, Math.floor(n / pages));
      const offset = (n % pages) * PAGE;
      await call(`${store}/goods?sort=${sort}&limit=${PAGE}&offset=${offset}`, full, { headers });
    },
    page: async (n) => {
      await call(`${store}/goods/${pick(goods, n).handle}`, goodReplySchema, { headers });
    },
    search: async (n) => {
      const sort = pick(goodSorts, roundOf(words, n));
      const q = `${encodeURIComponent(pick(words, n))}&sort=${sort}&offset=${offsetOf(words, n)}`;
      await call(`${store}/goods?limit=${PAGE}&q=${q}`, found, { headers });
    },
    order: async (n) => {
      const reply = await call(`${store}/checkout`, checkoutReplySchema, {
        headers: { ...headers, "idempotency-key": randomUUID() },
        body: orderOf(variants, n),
      });
      placed.push({ id: reply.order.id, token: reply.access_token ?? "" });
    },
  };
}

/** What a buyer of ours asks for: two boxes of different goods, paid at once. */
export function orderOf(variants: readonly string[], n: number) {
  return {
    items: linesOf(variants, n),
    email,
    shipping_address: {
      name: "李明",
      phone: "10000000000",
      province: "福建省",
      city: "泉州市",
      county: "南安市",
      street: "建设路 1 号",
    },
    payment_provider_id: "pp_sandbox_local",
    payment_data: { outcome: "success" },
  };
}
