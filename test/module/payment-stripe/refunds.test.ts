/** Refunds of our provider at the house: once per key, found again however old, never beyond what came. */
import { StripePaymentProvider } from "../../../backend/src/modules/payment-stripe/service";
import { createToken } from "../../support/stripe/methods";
import { openStripeDouble, STRIPE_KEYS, type StripeDouble } from "../../support/stripe/server";

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

const codeOf = (request: Promise<unknown>): Promise<unknown> =>
  request.then(
    () => "no refusal",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );

describe("a refund", () => {
  const give = (data: Record<string, unknown>, amount: number, key: string) =>
    provider.refundPayment({ data, amount, context: { idempotency_key: key } });
  const asked = (data: Record<string, unknown>, refund_id: string, amount_fen: number) =>
    provider.getWebhookActionAndData({
      data: {
        type: "refund",
        session_id: data.session_id,
        house_id: data.id,
        refund_id,
        amount_fen,
      },
      rawData: "",
      headers: {},
    });

  it("goes once per key, and never beyond what came", async () => {
    const data = await open(10, { confirmation_token: tokenFor("4242424242424242") });
    await provider.authorizePayment({ data });
    await give(data, 6, "ref_1");
    await give(data, 6, "ref_1");
    expect(await codeOf(give(data, 4.01, "ref_2"))).toBe("over_refund");
    await give(data, 4, "ref_3");
    expect(await codeOf(give(data, 0.01, "ref_4"))).toBe("over_refund");
  });

  it("that was given long ago is found, not given again; one that was not is given", async () => {
    const data = await open(10, { confirmation_token: tokenFor("4242424242424242") });
    await provider.authorizePayment({ data });
    await give(data, 3, "ref_old");
    const before = double.house.refunds.size;
    expect((await asked(data, "ref_old", 300)).action).toBe("captured");
    expect(double.house.refunds.size).toBe(before);
    expect((await asked(data, "ref_new", 200)).action).toBe("captured");
    expect((await asked(data, "ref_new", 200)).action).toBe("captured");
    expect(double.house.refunds.size).toBe(before + 1);
    expect((await asked(data, "re_never_made", 100)).action).toBe("failed");
  });
});
