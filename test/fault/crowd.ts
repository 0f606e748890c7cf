/** A crowd that buys, gives back and is delivered to while the house falls down around it. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { z } from "zod";

import { checkoutReplySchema } from "@yigou/backend/contract";

import type { Visitor } from "../http/visitor";
import { address } from "../lists/addresses";
import { checkoutOf } from "../lists/checkouts";
import { called, mayAskAgain, noteStrange, type Told } from "./told";

/** What the crowd works with. */
export interface Market {
  guest: Visitor;
  operator: Visitor;
  seller: Visitor;
  variants: readonly string[];
  dice: () => number;
  at_once: number;
  /** Whether the doors are closed: nobody begins anything new. */
  isOver: () => boolean;
}

// A gift is no plain purchase: it goes Medusa's own way, with the seams of its cart and completion.
const CHANCE = {
  is_gift: 0.5,
  leaves_after_failure: 0.1,
  pays_later: 0.25,
  gives_back: 0.35,
  is_delivered: 0.5,
};
const PAUSE_MS = 300;
/** A purchase may be struck by a dozen blows in a row, and a slow machine takes long to get up after each. */
const PATIENCE_MS = 600_000;

/** Buys with one key until there is an answer, as a browser does that does not give up. */
async function buyUntilAnswered(market: Market, told: Told): Promise<string | null> {
  const { dice, guest } = market;
  const variant = market.variants[Math.floor(dice() * market.variants.length)] ?? "";
  const body = checkoutOf(variant, 1 + Math.floor(dice() * 3));
  if (dice() < CHANCE.is_gift) body["gift"] = { recipients: [{ ...address }] };
  if (dice() < CHANCE.pays_later) body["payment_data"] = { outcome: "pending" };
  const leaves = dice() < CHANCE.leaves_after_failure;
  const headers = { "idempotency-key": randomUUID() };
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const answer = await called(told, () => guest.post("/store/checkout", body, { headers }));
    if (answer?.status === 200) {
      const { order } = checkoutReplySchema.parse(answer.body);
      told.orders.set(order.id, order.total_fen);
      return order.id;
    }
    if (answer && !mayAskAgain(answer)) noteStrange(told, "checkout", answer);
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
async function giveBack({ operator, dice }: Market, told: Told, order_id: string): Promise<void> {
  const path = `/admin/orders/${order_id}?fields=id,*payment_collections.payments`;
  const found = await called(told, () => operator.get(path));
  const payment = paymentsSchema.safeParse(found?.body).data?.order.payment_collections[0]
    ?.payments[0];
  if (!payment) return;
  const parts = 1 + Math.floor(dice() * 2);
  for (let part = 0; part < parts; part++) {
    const amount_fen = Math.max(1, Math.floor((dice() * payment.amount * 100) / parts));
    const body = { amount: amount_fen / 100 };
    const refund = `/admin/payments/${payment.id}/refund`;
    const answer = await called(told, () => operator.post(refund, body));
    if (answer?.status === 200) told.refunds.push({ payment_id: payment.id, amount_fen });
    // A clear no while the order is being changed: nothing was given.
    else if (answer?.status === 409) told.refused += 1;
    else if (answer && answer.status < 500) noteStrange(told, "refund", answer);
  }
}

/** The cooperative ships and delivers: what was expected becomes earned. */
async function deliver({ seller }: Market, told: Told, order_id: string): Promise<void> {
  const path = `/cooperative/orders/${order_id}`;
  const parcel = { carrier: "中国邮政", tracking_number: "YZ100000009" };
  const shipped = await called(told, () => seller.post(`${path}/ship`, parcel));
  if (shipped?.status !== 200) return;
  const delivered = await called(told, () => seller.post(`${path}/deliver`));
  if (delivered?.status === 200) told.delivered += 1;
}

/** Lets the crowd in; what it is told is noted as it goes. Returns when the doors are closed and the last one has left. */
export async function letIn(market: Market, told: Told): Promise<void> {
  const visitor = async (): Promise<void> => {
    while (!market.isOver()) {
      const order_id = await buyUntilAnswered(market, told);
      if (!order_id) continue;
      if (market.dice() < CHANCE.is_delivered) await deliver(market, told, order_id);
      if (market.dice() < CHANCE.gives_back) await giveBack(market, told, order_id);
    }
  };
  await Promise.all(Array.from({ length: market.at_once }, visitor));
}
