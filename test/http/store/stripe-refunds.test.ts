/** Money on its way back through the house: once, to the fen, and never more than came. */
import { z } from "zod";

import { signatureOf } from "../../support/stripe/mail";
import { createRefund, failRefund } from "../../support/stripe/refunds";
import { STRIPE_KEYS } from "../../support/stripe/server";
import { expectLedgerOk, look } from "../ledger";
import { buy, creditsOf, type Listed, listGoods, sumOf, until, untilCredited } from "../shop";
import {
  booksOf,
  cardToken,
  eventOf,
  lastIntent,
  openStripeShop,
  payingWith,
  postTo,
  type StripeShop,
} from "../stripe";
import type { Visitor } from "../visitor";

let shop: StripeShop;
let guest: Visitor;
let operator: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openStripeShop();
  guest = await shop.visitor("anonymous");
  operator = await shop.visitor("operator");
  goods = await listGoods(await shop.visitor("cooperative"), { price_fen: 3999, stock: 500 });
});
afterAll(() => shop.close());

const secret = STRIPE_KEYS.STRIPE_WEBHOOK_SECRET;
const paid = () =>
  buy(guest, payingWith(goods.variant_id, cardToken(shop.stripe, "4242424242424242")));

const paymentSchema = z.object({ id: z.string() });

async function refund(order_id: string, amount?: number): Promise<number> {
  const [payment] = await look(
    shop.house.database,
    paymentSchema,
    `select p.id from payment p join order_payment_collection c on c.payment_collection_id = p.payment_collection_id
     where c.order_id = $1`,
    [order_id],
  );
  const path = `/admin/payments/${payment?.id ?? ""}/refund`;
  return (await operator.post(path, amount === undefined ? {} : { amount })).status;
}

const givenBack = (intent_id: string): number =>
  sumOf(
    [...shop.stripe.house.refunds.values()].filter((one) => one.payment_intent === intent_id),
    (one) => one.amount,
  );

describe("money on its way back", () => {
  it("goes through the house to the fen, and the households' income falls with it", async () => {
    const { order, token } = await paid();
    const { id } = lastIntent(shop.stripe);
    const before = await untilCredited(guest, order.id, token);
    expect(await refund(order.id, 13.33)).toBe(200);
    expect(givenBack(id)).toBe(1333);
    await until(
      () => creditsOf(guest, order.id, token),
      (now) => now.total_net_fen < before.total_net_fen,
    );
    expect(await refund(order.id, 26.66)).toBe(200);
    expect(givenBack(id)).toBe(3999);
    await until(
      () => creditsOf(guest, order.id, token),
      (now) => now.total_net_fen === 0,
    );
  });

  it("is never more than came, one after the other or two at once", async () => {
    const { order } = await paid();
    const { id } = lastIntent(shop.stripe);
    expect(await refund(order.id, 40)).toBe(409);
    const both = await Promise.all([refund(order.id, 30), refund(order.id, 30)]);
    expect(both.filter((status) => status === 200)).toHaveLength(1);
    expect(givenBack(id)).toBe(3000);
    expect(await refund(order.id, 10)).not.toBe(200);
    expect(givenBack(id)).toBe(3000);
  });

  it("goes once when the answer is lost", async () => {
    const { order } = await paid();
    const { id } = lastIntent(shop.stripe);
    shop.stripe.loseAnswers(2);
    expect(await refund(order.id)).toBe(200);
    expect(givenBack(id)).toBe(3999);
  });

  it("that the operator gives in Stripe's own dashboard is booked once", async () => {
    const { order, token } = await paid();
    const { id } = lastIntent(shop.stripe);
    await untilCredited(guest, order.id, token);
    const before = await booksOf(shop, goods.variant_id);
    createRefund(shop.stripe.house, { payment_intent: id, amount: "3999" });
    await until(
      () => creditsOf(guest, order.id, token),
      (now) => now.total_net_fen === 0,
    );
    for (const letter of shop.stripe.mail.letters.filter((one) => one.body.includes(id))) {
      await shop.stripe.mail.deliver(letter);
    }
    await new Promise((wake) => setTimeout(wake, 3_000));
    expect((await booksOf(shop, goods.variant_id)).refunds).toBe(before.refunds + 1);
    expect(await refund(order.id, 1)).not.toBe(200);
  });

  it("does not come to life again by a notification of the payment that comes after it", async () => {
    const { order, token } = await paid();
    const { id } = lastIntent(shop.stripe);
    await untilCredited(guest, order.id, token);
    expect(await refund(order.id)).toBe(200);
    await until(
      () => creditsOf(guest, order.id, token),
      (now) => now.total_net_fen === 0,
    );
    const before = await booksOf(shop, goods.variant_id);
    for (const letter of shop.stripe.mail.about("payment_intent.succeeded", id)) {
      expect(await shop.stripe.mail.deliver(letter)).toBe(200);
    }
    const body = eventOf(id);
    expect(await postTo(shop, body, signatureOf(body, secret))).toBe("200");
    await new Promise((wake) => setTimeout(wake, 3_000));
    expect(await booksOf(shop, goods.variant_id)).toEqual(before);
    expect((await creditsOf(guest, order.id, token)).total_net_fen).toBe(0);
  });

  it("that the bank refuses days later is told to a person", async () => {
    const { order } = await paid();
    const { id } = lastIntent(shop.stripe);
    expect(await refund(order.id)).toBe(200);
    const made = [...shop.stripe.house.refunds.values()].find((one) => one.payment_intent === id);
    failRefund(shop.stripe.house, made?.id ?? "");
    await until(
      () => Promise.resolve(shop.house.logs()),
      (logs) => logs.includes("its bank has refused it"),
    );
  });
});

it("leaves a ledger that verifies", async () => {
  const verdict = await expectLedgerOk(shop.house.database);
  expect(verdict.refunded_fen).toBeGreaterThan(0);
});
