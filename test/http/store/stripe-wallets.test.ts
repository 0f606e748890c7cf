/** Wallets: paid on a page of their own, at once or days later; the notification may be first. */
import { resumeReplySchema } from "@yigou/backend/contract";

import { endIntent } from "../../support/stripe/intents";
import { expectLedgerOk } from "../ledger";
import { type Listed, listGoods, sumOf } from "../shop";
import {
  booksOf,
  lastIntent,
  openStripeShop,
  payingWith,
  press,
  resume,
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

describe("a wallet", () => {
  it("pays after its own page, with the order made by the notification", async () => {
    const before = await booksOf(shop, goods.variant_id);
    const sent = await press(
      guest,
      payingWith(goods.variant_id, walletToken(shop.stripe, "alipay")),
    );
    expect(refusalOf(sent)).toBe("402 payment_action_needed");
    endIntent(shop.stripe.house, lastIntent(shop.stripe).id, "succeed");
    await untilBooks(shop, goods.variant_id, { captures: before.captures + 1 });
    expect(replyOf(await resume(guest, sent.key), resumeReplySchema).order?.paid_fen).toBe(3999);
    expect((await booksOf(shop, goods.variant_id)).orders).toBe(before.orders + 1);
  });

  it("that answers days later leaves the order waiting, then credits it", async () => {
    const before = await booksOf(shop, goods.variant_id);
    const sent = await press(
      guest,
      payingWith(goods.variant_id, walletToken(shop.stripe, "wechat_pay")),
    );
    const { id } = lastIntent(shop.stripe);
    endIntent(shop.stripe.house, id, "process");
    const { order } = replyOf(await resume(guest, sent.key), resumeReplySchema);
    expect(order?.payment_state).toBe("awaiting");
    expect((await booksOf(shop, goods.variant_id)).captures).toBe(before.captures);
    endIntent(shop.stripe.house, id, "succeed");
    await untilBooks(shop, goods.variant_id, { captures: before.captures + 1 });
  });

  it("that says no days later cancels the order and frees its stock", async () => {
    const before = await booksOf(shop, goods.variant_id);
    const sent = await press(
      guest,
      payingWith(goods.variant_id, walletToken(shop.stripe, "wechat_pay")),
    );
    const { id } = lastIntent(shop.stripe);
    endIntent(shop.stripe.house, id, "process");
    replyOf(await resume(guest, sent.key), resumeReplySchema);
    expect((await booksOf(shop, goods.variant_id)).reserved).toBe(before.reserved + 1);
    endIntent(shop.stripe.house, id, "fail");
    await untilBooks(shop, goods.variant_id, { reserved: before.reserved, orders: before.orders });
  });
});

it("leaves a ledger that verifies, with as much captured as the house took", async () => {
  const verdict = await expectLedgerOk(shop.house.database);
  const taken = [...shop.stripe.house.intents.values()];
  expect(verdict.captured_fen).toBe(sumOf(taken, (one) => one.amount_received));
});
