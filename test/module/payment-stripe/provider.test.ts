/** Our provider at the house: what Medusa asks of it, twice, at once, and when the line breaks. */
import { StripePaymentProvider } from "../../../backend/src/modules/payment-stripe/service";
import { endIntent } from "../../support/stripe/intents";
import { createToken } from "../../support/stripe/methods";
import { openStripeDouble, STRIPE_KEYS, type StripeDouble } from "../../support/stripe/server";
import type { Intent } from "../../support/stripe/state";

let double: StripeDouble;
let provider: StripePaymentProvider;
let sessions = 0;

beforeAll(async () => {
  double = await openStripeDouble();
  provider = new StripePaymentProvider(
    {},
    {
      apiKey: STRIPE_KEYS.STRIPE_API_KEY,
      webhookSecret: STRIPE_KEYS.STRIPE_WEBHOOK_SECRET,
      methods: ["card", "alipay", "wechat_pay"],
      host: double.url,
    },
  );
});
afterAll(() => double.close());

const tokenFor = (number: string): string =>
  createToken(double.house, { payment_method_data: { type: "card", card: { number } } }).id;

/** Opens a session over yuan, as Medusa does. */
async function open(amount: number, wish: Record<string, unknown> = {}) {
  sessions += 1;
  const { data = {} } = await provider.initiatePayment({
    amount,
    currency_code: "cny",
    data: { ...wish, session_id: `payses_${sessions}` },
    context: { idempotency_key: `payses_${sessions}` },
  });
  return data;
}

const intentOf = (data: Record<string, unknown> | undefined): Intent =>
  double.house.intent(String(data?.id));
const codeOf = (request: Promise<unknown>): Promise<unknown> =>
  request.then(
    () => "no refusal",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );

describe("an amount", () => {
  it.each([
    [0.01, 1],
    [39.99, 3999],
    [1.1, 110],
    [8.2, 820],
    [1.15, 115],
    [1005.55, 100_555],
    [70_368_744_177.65, 7_036_874_417_765],
  ])("of %d yuan is %d fen at the house", async (yuan, fen) => {
    expect(intentOf(await open(yuan)).amount).toBe(fen);
  });

  it("of nothing, below nothing or in another currency is refused", async () => {
    expect(await codeOf(open(0))).toBe("invalid_input");
    expect(await codeOf(open(-1))).toBe("invalid_input");
    const dollars = provider.initiatePayment({
      amount: 1,
      currency_code: "usd",
      data: { session_id: "payses_usd" },
    });
    expect(await codeOf(dollars)).toBe("payment_provider_unknown");
  });
});

describe("a session", () => {
  it("takes no wish of a buyer's but the token", async () => {
    const data = await open(10, {
      id: "pi_of_another",
      capture_method: "automatic",
      confirm: true,
      metadata: { session_id: "payses_of_another" },
      amount_fen: 1,
    });
    expect(data.id).not.toBe("pi_of_another");
    expect(data.amount_fen).toBe(1000);
    expect(intentOf(data).metadata).toEqual({ session_id: data.session_id });
    expect(intentOf(data).status).toBe("requires_payment_method");
  });

  it("keeps nothing of the payer", async () => {
    const data = await open(10, { confirmation_token: tokenFor("4242424242424242") });
    const { data: after } = await provider.authorizePayment({ data });
    expect(Object.keys(after ?? {}).toSorted()).toEqual([
      "amount_fen",
      "client_secret",
      "confirmation_token",
      "id",
      "session_id",
      "status",
    ]);
  });

  it("gets another amount as often as it changes, back and forth", async () => {
    let data = await open(10);
    for (const amount of [20, 10, 20]) {
      data = (await provider.updatePayment({ data, amount, currency_code: "cny" })).data ?? {};
      expect(intentOf(data).amount).toBe(amount * 100);
      expect(data.amount_fen).toBe(amount * 100);
    }
  });
});

describe("a card", () => {
  it("is confirmed and captured once, also by two at once", async () => {
    const data = await open(10, { confirmation_token: tokenFor("4242424242424242") });
    const both = await Promise.all([1, 2].map(() => provider.authorizePayment({ data })));
    expect(both.map(({ status }) => status)).toEqual(["captured", "captured"]);
    expect(intentOf(data).amount_received).toBe(1000);
    expect((await provider.capturePayment({ data })).data?.status).toBe("succeeded");
  });

  it("that is declined is refused with the bank's reason, again and again", async () => {
    const data = await open(10, { confirmation_token: tokenFor("4000000000000069") });
    expect(await codeOf(provider.authorizePayment({ data }))).toBe("payment_declined");
    expect(await codeOf(provider.authorizePayment({ data }))).toBe("no refusal");
    expect((await provider.authorizePayment({ data })).status).toBe("error");
    expect(await codeOf(provider.capturePayment({ data }))).toBe("payment_declined");
  });

  it("whose answer nobody gets is neither taken nor declined", async () => {
    const data = await open(10, { confirmation_token: tokenFor("4242424242424242") });
    double.loseAnswers(3);
    expect(await codeOf(provider.authorizePayment({ data }))).toBe("busy");
    expect((await provider.authorizePayment({ data })).status).toBe("captured");
    expect(intentOf(data).amount_received).toBe(1000);
  });

  it("that was charged another amount is not believed", async () => {
    const data = await open(10, { confirmation_token: tokenFor("4000000000003220") });
    await provider.authorizePayment({ data });
    intentOf(data).amount = 999;
    endIntent(double.house, String(data.id), "succeed");
    expect(await codeOf(provider.authorizePayment({ data }))).toBe("amount_differs");
    expect(intentOf(data).amount_received).toBe(0);
  });

  it("is cancelled while it is held, and not once it is taken", async () => {
    const held = await open(10, { confirmation_token: tokenFor("4000000000003220") });
    await provider.authorizePayment({ data: held });
    expect((await provider.cancelPayment({ data: held })).data?.status).toBe("canceled");
    expect((await provider.cancelPayment({ data: held })).data?.status).toBe("canceled");
    const taken = await open(10, { confirmation_token: tokenFor("4242424242424242") });
    await provider.authorizePayment({ data: taken });
    expect(await codeOf(provider.cancelPayment({ data: taken }))).toBe("state_conflict");
    expect(await codeOf(provider.deletePayment({ data: taken }))).toBe("state_conflict");
    expect(double.house.refunds.size).toBe(0);
  });
});

it("keeps a buyer's cards by Medusa's own part", async () => {
  const { id } = await provider.createAccountHolder({
    context: { customer: { id: "cus_1", email: "buyer@example.com" }, idempotency_key: "holder-1" },
  });
  const account_holder = { id, data: { id } };
  const context = { account_holder };
  const data = { payment_method: "pm_card_visa", confirm: true };
  await provider.savePaymentMethod({ data, context: { ...context, idempotency_key: "save-1" } });
  const methods = await provider.listPaymentMethods({ context });
  expect(methods).toHaveLength(1);
  await provider.deleteAccountHolder({ context });
});

it("opens no session with a card of another holder, whoever's session it is", async () => {
  const holders = await Promise.all(
    ["cus_2", "cus_3"].map((id) =>
      provider.createAccountHolder({ context: { customer: { id, email: "" } } }),
    ),
  );
  const [own = "", other = ""] = holders.map(({ id }) => id);
  const context = { account_holder: { data: { id: own } } };
  const data = { payment_method: "pm_card_visa", confirm: true };
  await provider.savePaymentMethod({ data, context });
  const [card] = await provider.listPaymentMethods({ context });
  const wish = (holder: string | null) =>
    provider.initiatePayment({
      amount: 1,
      currency_code: "cny",
      data: { session_id: `payses_of_${holder ?? "nobody"}`, saved_card: card?.id },
      context: holder === null ? {} : { account_holder: { data: { id: holder } } },
    });
  const before = double.house.intents.size;
  expect(await codeOf(wish(other))).toBe("not_found");
  expect(await codeOf(wish(null))).toBe("not_found");
  const removal = {
    context: { account_holder: { data: { id: other } } },
    data: { id: card?.id ?? "" },
  };
  expect(await codeOf(provider.deletePaymentMethod(removal))).toBe("not_found");
  expect(double.house.intents.size).toBe(before);
  expect((await wish(own)).status).toBe("pending");
});
