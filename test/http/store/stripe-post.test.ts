/** Notifications of the house: forged, old, twice, late, in the wrong order, lost. */
import { z } from "zod";

import { endIntent, newIntent } from "../../support/stripe/intents";
import { signatureOf } from "../../support/stripe/mail";
import { STRIPE_KEYS } from "../../support/stripe/server";
import { newId, now_s } from "../../support/stripe/ids";
import { expectLedgerOk, look } from "../ledger";
import { type Listed, listGoods } from "../shop";
import {
  booksOf,
  cardToken,
  eventOf,
  lastIntent,
  openStripeShop,
  payingWith,
  postTo,
  press,
  type StripeShop,
  untilBooks,
  walletToken,
} from "../stripe";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: StripeShop;
let guest: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openStripeShop();
  guest = await shop.visitor("anonymous");
  goods = await listGoods(await shop.visitor("cooperative"), { price_fen: 3999, stock: 500 });
});
afterAll(() => shop.close());
afterEach(() => {
  shop.stripe.mail.isHeld = false;
});

const secret = STRIPE_KEYS.STRIPE_WEBHOOK_SECRET;
const challenged = () =>
  press(guest, payingWith(goods.variant_id, cardToken(shop.stripe, "4000000000003220")));

const post = (body: string, signature: string) => postTo(shop, body, signature);

describe("a notification", () => {
  it("with a forged, an old or no signature is refused, and nothing is stored", async () => {
    const stored = () =>
      look(
        shop.house.database,
        z.object({ n: z.coerce.number() }),
        `select count(*) n from inbox_event`,
        [],
      );
    const before = await stored();
    const body = eventOf("pi_unknown");
    expect(await post(body, signatureOf(body, "whsec_of_somebody_else"))).toBe(
      "401 webhook_forged",
    );
    expect(await post(`${body} `, signatureOf(body, secret))).toBe("401 webhook_forged");
    expect(await post(body, "")).toBe("401 webhook_forged");
    expect(await post(body, signatureOf(body, secret, now_s() - 301))).toBe("400 webhook_stale");
    // The sandbox's own secret opens no door of Stripe's.
    const ours = signatureOf(body, "test-webhook-secret-of-no-value-at-all");
    expect(await post(body, ours)).toBe("401 webhook_forged");
    expect(await stored()).toEqual(before);
  });

  it("of something that is not ours is taken and changes nothing", async () => {
    const before = await booksOf(shop, goods.variant_id);
    const foreign = newIntent(shop.stripe.house, 3999);
    const body = eventOf(foreign.id);
    expect(await post(body, signatureOf(body, secret))).toBe("200");
    const other = JSON.stringify({
      id: newId("evt"),
      type: "payout.paid",
      data: { object: { id: "po_1", object: "payout" } },
    });
    expect(await post(other, signatureOf(other, secret))).toBe("200");
    expect(await booksOf(shop, goods.variant_id)).toEqual(before);
  });

  it("that only says so does not make a payment: the house is asked", async () => {
    const before = await booksOf(shop, goods.variant_id);
    await challenged();
    const body = eventOf(lastIntent(shop.stripe).id);
    expect(await post(body, signatureOf(body, secret))).toBe("200");
    await new Promise((wake) => setTimeout(wake, 3_000));
    expect(await booksOf(shop, goods.variant_id)).toEqual(before);
  });

  it("that comes three times, late and in the wrong order, gives one order and one credit", async () => {
    const before = await booksOf(shop, goods.variant_id);
    shop.stripe.mail.isHeld = true;
    await challenged();
    const { id } = lastIntent(shop.stripe);
    endIntent(shop.stripe.house, id, "succeed");
    const letters = shop.stripe.mail.letters.filter((one) => one.body.includes(id)).toReversed();
    const sent = [...letters, ...letters, ...letters].map((one) => shop.stripe.mail.deliver(one));
    expect(new Set(await Promise.all(sent))).toEqual(new Set([200]));
    await untilBooks(shop, goods.variant_id, { captures: before.captures + 1 });
    for (const letter of letters) expect(await shop.stripe.mail.deliver(letter)).toBe(200);
    await new Promise((wake) => setTimeout(wake, 3_000));
    const after = await booksOf(shop, goods.variant_id);
    expect({ orders: after.orders, captures: after.captures }).toEqual({
      orders: before.orders + 1,
      captures: before.captures + 1,
    });
  });

  it("that was lost is fetched from the house", async () => {
    const before = await booksOf(shop, goods.variant_id);
    shop.stripe.mail.isHeld = true;
    await challenged();
    endIntent(shop.stripe.house, lastIntent(shop.stripe).id, "succeed");
    await untilBooks(shop, goods.variant_id, {
      captures: before.captures + 1,
      orders: before.orders + 1,
    });
  });

  it("of another amount than the order's captures nothing", async () => {
    const before = await booksOf(shop, goods.variant_id);
    await press(guest, payingWith(goods.variant_id, walletToken(shop.stripe, "alipay")));
    const intent = lastIntent(shop.stripe);
    intent.amount = 1;
    endIntent(shop.stripe.house, intent.id, "succeed");
    await new Promise((wake) => setTimeout(wake, 4_000));
    expect((await booksOf(shop, goods.variant_id)).captures).toBe(before.captures);
  });
});

it("is asked for by its key only where Stripe is on", async () => {
  const answer = await guest.get("/store/payments");
  const schema = z.object({
    stripe: z.object({ publishable_key: z.string(), methods: z.array(z.string()) }),
  });
  expect(replyOf(answer, schema).stripe).toEqual({
    publishable_key: STRIPE_KEYS.STRIPE_PUBLISHABLE_KEY,
    methods: ["card", "alipay", "wechat_pay"],
  });
  expect(refusalOf(await guest.post("/store/checkout/resume", {}))).toBe(
    "400 idempotency_key_missing",
  );
});

it("leaves a ledger that verifies", async () => {
  expect((await expectLedgerOk(shop.house.database)).captured_fen).toBeGreaterThan(0);
});
