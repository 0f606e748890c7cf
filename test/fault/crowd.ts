/** A crowd that buys and gives back while the backend is killed under its hands. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { checkoutReplySchema } from "@yigou/backend/contract";

import { checkoutOf } from "../lists/checkouts";
import { type Api, api, type Reply } from "../support/api";

/** What the crowd was told. */
export interface Told {
  /** Orders that a buyer got an answer for. */
  orders: Map<string, number>;
  /** Purchases whose buyer closed the browser after the first failure. */
  abandoned: number;
  /** Calls that broke off, because the backend was killed or not up yet. */
  broken: number;
  refunds: number;
  /** Answers that no backend may give, whatever happens to it. */
  strange: string[];
}

/** What the crowd works with. */
export interface Market {
  url: string;
  variants: readonly string[];
  operator: Api;
  dice: () => number;
  /** Purchases in all. */
  purchases: number;
  at_once: number;
}

const LEAVES_AFTER_FAILURE = 0.15;
const GIVES_BACK = 0.3;
const PAUSE_MS = 400;
const PATIENCE_MS = 240_000;

async function called(told: Told, call: () => Promise<Reply>): Promise<Reply | null> {
  try {
    return await call();
  } catch {
    told.broken += 1;
    return null;
  }
}

/** Busy, being processed elsewhere, or broken in the middle: the same key may be sent again. */
const again = (reply: Reply | null): boolean =>
  reply === null ||
  reply.status >= 500 ||
  (reply.status === 409 && reply.text.includes("in_progress"));

/** Buys with one key until there is an answer, as a browser does that does not give up. */
async function buyUntilAnswered(market: Market, told: Told): Promise<string | null> {
  const variant = market.variants[Math.floor(market.dice() * market.variants.length)] ?? "";
  const body = checkoutOf(variant, 1 + Math.floor(market.dice() * 3));
  const leaves = market.dice() < LEAVES_AFTER_FAILURE;
  const headers = { "idempotency-key": randomUUID() };
  const guest = api(market.url);
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const reply = await called(told, () => guest.post("/store/checkout", body, { headers }));
    if (reply?.status === 200) {
      const { order } = checkoutReplySchema.parse(reply.body);
      told.orders.set(order.id, order.total_fen);
      return order.id;
    }
    if (reply && !again(reply)) told.strange.push(`${reply.status} ${reply.text.slice(0, 200)}`);
    if (leaves) {
      told.abandoned += 1;
      return null;
    }
    await sleep(PAUSE_MS);
  }
  told.strange.push("a purchase was never answered");
  return null;
}

const paymentsSchema = z.object({
  order: z.object({
    payment_collections: z.array(
      z.object({ payments: z.array(z.object({ id: z.string(), amount: z.number() })) }),
    ),
  }),
});

/** Gives a part back once. A refund that broke off is not sent again: nobody knows whether it was done. */
async function giveBack(market: Market, told: Told, order_id: string): Promise<void> {
  const path = `/admin/orders/${order_id}?fields=id,*payment_collections.payments`;
  const found = await called(told, () => market.operator.get(path));
  const parsed = paymentsSchema.safeParse(found?.body);
  const payment = parsed.data?.order.payment_collections[0]?.payments[0];
  if (!payment) return;
  const fen = 1 + Math.floor(market.dice() * payment.amount * 100);
  const amount = Math.min(fen / 100, payment.amount);
  const refund = `/admin/payments/${payment.id}/refund`;
  const reply = await called(told, () => market.operator.post(refund, { amount }));
  if (reply?.status === 200) told.refunds += 1;
}

/** What a crowd was told that has not come yet. */
export function nothingTold(): Told {
  return { orders: new Map(), abandoned: 0, broken: 0, refunds: 0, strange: [] };
}

/** Lets the crowd in; what it is told is noted as it goes. Returns when the last one has left. */
export async function letIn(market: Market, told: Told): Promise<void> {
  let next = 0;
  const visitor = async (): Promise<void> => {
    while (next < market.purchases) {
      next += 1;
      const order_id = await buyUntilAnswered(market, told);
      if (order_id && market.dice() < GIVES_BACK) await giveBack(market, told, order_id);
    }
  };
  await Promise.all(Array.from({ length: market.at_once }, visitor));
}
