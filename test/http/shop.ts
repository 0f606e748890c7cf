/** What several tests of buying share: a shop of one's own, goods of one's own, purchases, credits. */
import { randomUUID } from "node:crypto";

import { expect } from "vitest";
import { z } from "zod";

import {
  checkoutReplySchema,
  orderCreditsReplySchema,
  productReplySchema,
  suppliersReplySchema,
} from "@yigou/backend/contract";

import { checkoutOf } from "../lists/checkouts";
import type { Json } from "../lists/changed";
import { productOf } from "../lists/products";
import type { VisitorName } from "../lists/who-may";
import { type House, openHouse } from "../support/backend";
import { replyOf, type Sent, type Visitor, visitorNamed } from "./visitor";

/** A backend over its own database, and whoever comes to it. */
export interface Shop {
  house: House;
  /** Logs in once and is remembered. */
  visitor: (name: VisitorName) => Promise<Visitor>;
  close: () => Promise<void>;
}

/** Opens a shop with the goods of the demonstration and no orders; for `beforeAll`. */
export async function openShop(env: NodeJS.ProcessEnv = {}): Promise<Shop> {
  const house = await openHouse({ YIGOU_SWEEP_S: "2", ...env });
  const known = new Map<VisitorName, Promise<Visitor>>();
  const visitor = (name: VisitorName): Promise<Visitor> => {
    const found = known.get(name) ?? visitorNamed(house.url, name);
    known.set(name, found);
    return found;
  };
  return { house, visitor, close: house.close };
}

/** Households that may supply a cooperative. */
export async function suppliersOf(seller: Visitor): Promise<string[]> {
  const reply = replyOf(await seller.get("/cooperative/households?limit=10"), suppliersReplySchema);
  return reply.households.map((household) => household.id);
}

let titles = 0;

/** Goods that a test has listed. */
export interface Listed {
  product_id: string;
  variant_id: string;
  handle: string;
}

/** Lists goods of one's own, so that no other test sells them out; two households stand behind them. */
export async function listGoods(
  seller: Visitor,
  wanted: { price_fen?: number; stock?: number } = {},
): Promise<Listed> {
  const households = await suppliersOf(seller);
  titles += 1;
  const body = productOf(`测试脐橙 ${process.pid} 之 ${titles}`, households.slice(0, 2), wanted);
  const { product } = replyOf(await seller.post("/cooperative/products", body), productReplySchema);
  const variant_id = product.variants[0]?.id ?? "";
  return { product_id: product.id, variant_id, handle: product.handle };
}

/** An order with the token that opens it, when a guest made it. */
export interface Bought {
  order: z.output<typeof checkoutReplySchema>["order"];
  token: string | undefined;
}

/** Headers of a purchase. */
export function withKey(key: string = randomUUID()): Sent {
  return { headers: { "idempotency-key": key } };
}

/** Buys in one call, and expects it to work. */
export async function buy(buyer: Visitor, body: Json, sent: Sent = withKey()): Promise<Bought> {
  const reply = replyOf(await buyer.post("/store/checkout", body, sent), checkoutReplySchema);
  return { order: reply.order, token: reply.access_token };
}

/** Buys one kind of goods, paid at once. */
export async function buyOne(buyer: Visitor, variant_id: string, quantity = 1): Promise<Bought> {
  return buy(buyer, checkoutOf(variant_id, quantity));
}

/** The credits of an order. */
export type Credits = z.output<typeof orderCreditsReplySchema>;

/** Reads which households an order credits. */
export async function creditsOf(
  buyer: Visitor,
  order_id: string,
  token?: string,
): Promise<Credits> {
  const sent = token ? { headers: { "x-order-token": token } } : {};
  const answer = await buyer.get(`/store/orders/${order_id}/credits`, sent);
  return replyOf(answer, orderCreditsReplySchema);
}

const PATIENCE_MS = 30_000;

/** Asks again until the answer is as wished; fails with the last answer. */
export async function until<T>(
  ask: () => Promise<T>,
  isWished: (answer: T) => boolean,
  patience_ms = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patience_ms;
  for (;;) {
    const answer = await ask();
    if (isWished(answer)) return answer;
    if (Date.now() > end) {
      expect.fail(`not within ${patience_ms} ms: ${JSON.stringify(answer).slice(0, 1500)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Waits until an order is credited. */
export async function untilCredited(
  buyer: Visitor,
  order_id: string,
  token?: string,
): Promise<Credits> {
  return until(
    () => creditsOf(buyer, order_id, token),
    ({ credits }) => credits.length > 0,
  );
}

/** Sum of one figure. */
export function sumOf<T>(rows: readonly T[], figure: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + figure(row), 0);
}
