/** The double answers Stripe's official client as Stripe does, and refuses what it does not know. */
import Stripe from "stripe";

import { openStripeDouble, STRIPE_KEYS, type StripeDouble } from "../../support/stripe/server";

let double: StripeDouble;
let stripe: Stripe;

function clientOf(url: string, key: string): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(key, { protocol: "http", host: hostname, port, maxNetworkRetries: 2 });
}

beforeAll(async () => {
  double = await openStripeDouble();
  stripe = clientOf(double.url, STRIPE_KEYS.STRIPE_API_KEY);
});
afterAll(() => double.close());

const held = (amount = 1000) =>
  stripe.paymentIntents.create({
    amount,
    currency: "cny",
    capture_method: "manual",
    payment_method: "pm_card_visa",
    confirm: true,
  });

async function refusalOf(request: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await request;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("a payment", () => {
  it("is taken at once, or held and captured in whole or in part, once", async () => {
    const taken = await stripe.paymentIntents.create({
      amount: 1000,
      currency: "cny",
      payment_method: "pm_card_visa",
      confirm: true,
    });
    expect(taken).toMatchObject({ status: "succeeded", amount_received: 1000 });
    const part = await stripe.paymentIntents.capture((await held()).id, { amount_to_capture: 400 });
    expect(part).toMatchObject({ status: "succeeded", amount_received: 400 });
    const again = await refusalOf(stripe.paymentIntents.capture(part.id));
    expect(again.code).toBe("payment_intent_unexpected_state");
    const more = stripe.paymentIntents.capture((await held()).id, { amount_to_capture: 1001 });
    expect((await refusalOf(more)).code).toBe("amount_too_large");
  });

  it("by a card that the bank refuses says why, and tells how it stands", async () => {
    const request = stripe.paymentIntents.create({
      amount: 1000,
      currency: "cny",
      payment_method: "pm_card_chargeDeclinedInsufficientFunds",
      confirm: true,
    });
    const error = await refusalOf(request);
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(error).toMatchObject({ statusCode: 402, decline_code: "insufficient_funds" });
    expect(error.payment_intent?.status).toBe("requires_payment_method");
  });

  it("that is over cannot be cancelled; one that is held can", async () => {
    expect((await stripe.paymentIntents.cancel((await held()).id)).status).toBe("canceled");
    const { id } = await stripe.paymentIntents.capture((await held()).id);
    expect((await refusalOf(stripe.paymentIntents.cancel(id))).payment_intent?.status).toBe(
      "succeeded",
    );
  });

  it("goes back in parts, and never more than came", async () => {
    const { id } = await stripe.paymentIntents.capture((await held()).id);
    await stripe.refunds.create({ payment_intent: id, amount: 700 });
    const more = await refusalOf(stripe.refunds.create({ payment_intent: id, amount: 301 }));
    expect(more.message).toContain("greater than unrefunded");
    await stripe.refunds.create({ payment_intent: id });
    const none = await refusalOf(stripe.refunds.create({ payment_intent: id, amount: 1 }));
    expect(none.code).toBe("charge_already_refunded");
    const listed = await stripe.refunds
      .list({ payment_intent: id, limit: 1 })
      .autoPagingToArray({ limit: 9 });
    expect(listed.map(({ amount }) => amount)).toEqual([300, 700]);
  });
});

describe("an idempotency key", () => {
  it("gives the first answer again, also a refusal of the bank", async () => {
    const wish = { amount: 1000, currency: "cny" };
    const key = { idempotencyKey: "same-key-1" };
    const first = await stripe.paymentIntents.create(wish, key);
    const second = await stripe.paymentIntents.create(wish, key);
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true");
  });

  it("is refused for another request", async () => {
    const key = { idempotencyKey: "same-key-2" };
    await stripe.paymentIntents.create({ amount: 1000, currency: "cny" }, key);
    const other = stripe.paymentIntents.create({ amount: 1001, currency: "cny" }, key);
    expect(await refusalOf(other)).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  });

  it("lets the client ask again when the answer was lost: one payment is made", async () => {
    const before = double.house.intents.size;
    double.loseAnswers(2);
    await stripe.paymentIntents.create({ amount: 1000, currency: "cny" });
    expect(double.house.intents.size).toBe(before + 1);
  });
});

it("keeps customers and the cards that they set up", async () => {
  const { id } = await stripe.customers.create({ email: "buyer@example.com" });
  await stripe.setupIntents.create({ customer: id, payment_method: "pm_card_visa", confirm: true });
  const { data } = await stripe.customers.listPaymentMethods(id, { limit: 100 });
  expect(data.map(({ card }) => card?.last4)).toEqual(["4242"]);
  await stripe.paymentMethods.detach(data[0]?.id ?? "");
  expect((await stripe.customers.listPaymentMethods(id)).data).toEqual([]);
  expect((await stripe.customers.update(id, { name: "李明" })).name).toBe("李明");
  await stripe.customers.del(id);
  expect((await refusalOf(stripe.customers.retrieve(id))).code).toBe("resource_missing");
});

it("answers what it does not know with Stripe's error body", async () => {
  const unknown = await refusalOf(stripe.balance.retrieve());
  expect(unknown).toMatchObject({ statusCode: 404, type: "StripeInvalidRequestError" });
  const wish = { amount: 1000, currency: "cny", off_session: true };
  const parameter = await refusalOf(stripe.paymentIntents.create(wish));
  expect(parameter).toMatchObject({ code: "parameter_unknown", param: "off_session" });
  const stranger = clientOf(double.url, "sk_test_of_somebody_else");
  const refused = await refusalOf(stranger.paymentIntents.retrieve("pi_1"));
  expect(refused).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
});

it("signs what it sends as the client wants it", async () => {
  const { signatureOf } = await import("../../support/stripe/mail");
  const body = JSON.stringify({ id: "evt_1", object: "event" });
  const secret = STRIPE_KEYS.STRIPE_WEBHOOK_SECRET;
  expect(Stripe.webhooks.constructEvent(body, signatureOf(body, secret), secret).id).toBe("evt_1");
  expect(() =>
    Stripe.webhooks.constructEvent(`${body} `, signatureOf(body, secret), secret),
  ).toThrow();
});
