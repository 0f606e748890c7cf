/** A gift whose payment came to nothing: its list stands again for whoever tried it, for nobody else, and not for ever. */
import { triedGiftReplySchema } from "@yigou/backend/contract";

import { checkoutOf } from "../../lists/checkouts";
import { giftOf, personOf, typedList } from "../../lists/gifts";
import { endIntent } from "../../support/stripe/intents";
import { type Listed, listGoods, until, withKey } from "../shop";
import {
  lastIntent,
  openStripeShop,
  payingWith,
  press,
  resume,
  type StripeShop,
  walletToken,
} from "../stripe";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: StripeShop;
let guest: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openStripeShop();
  guest = await shop.visitor("anonymous");
  goods = await listGoods(await shop.visitor("cooperative"), { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

const AT = "/store/checkout/gift";
const byWallet = () => ({
  ...giftOf(goods.variant_id, 3),
  ...payingWith(goods.variant_id, walletToken(shop.stripe, "alipay")),
});
const byCard = (outcome: string) => ({
  ...giftOf(goods.variant_id, 3),
  payment_data: { outcome },
});

describe("a gift whose wallet says no", () => {
  it("shows its list, card and sender again, as they were typed", async () => {
    const sent = await press(guest, byWallet());
    expect(refusalOf(sent)).toBe("402 payment_action_needed");
    const waiting = replyOf(await guest.get(AT, withKey(sent.key)), triedGiftReplySchema);
    expect(waiting.recipients).toHaveLength(3);
    endIntent(shop.stripe.house, lastIntent(shop.stripe).id, "fail");
    expect(refusalOf(await resume(guest, sent.key))).toMatch(/^402 payment_declined/);
    const tried = replyOf(await guest.get(AT, withKey(sent.key)), triedGiftReplySchema);
    const { email, shipping_address } = checkoutOf(goods.variant_id);
    expect(tried).toEqual({
      email,
      sender: shipping_address,
      work_unit_id: null,
      message: "祝大家新年好，橙心橙意",
      recipients: [1, 2, 3].map(personOf),
      text: typedList(3),
    });
  });

  it("given up by its buyer, shows it too", async () => {
    const sent = await press(guest, byWallet());
    expect((await resume(guest, sent.key, true)).status).toBe(200);
    const tried = replyOf(await guest.get(AT, withKey(sent.key)), triedGiftReplySchema);
    expect(tried.text).toBe(typedList(3));
  });

  it("shows it to nobody with another key, and to nobody else with this one", async () => {
    const buyer = await shop.visitor("buyer");
    const sent = await press(buyer, byWallet());
    expect(refusalOf(sent)).toBe("402 payment_action_needed");
    replyOf(await buyer.get(AT, withKey(sent.key)), triedGiftReplySchema);
    for (const other of [guest, await shop.visitor("buyer_other")]) {
      const answer = await other.get(AT, withKey(sent.key));
      expect(refusalOf(answer)).toBe("404 not_found");
      expect(answer.text).not.toContain(personOf(1).name);
    }
    expect(refusalOf(await buyer.get(AT, withKey()))).toBe("404 not_found");
    expect(refusalOf(await buyer.get(AT))).toBe("400 idempotency_key_missing");
  });
});

describe("a gift that was declined and then bought", () => {
  it("is found by its key after the no, and is gone once it is an order", async () => {
    const key = withKey();
    const no = await guest.post("/store/checkout", byCard("decline"), key);
    expect(refusalOf(no)).toBe("402 payment_declined");
    expect((await guest.get(AT, key)).status).toBe(200);
    // The same key with another answer of the bank would be another purchase: the buyer presses with a new one.
    const again = withKey();
    expect((await guest.post("/store/checkout", byCard("success"), again)).status).toBe(200);
    const gone = await guest.get(AT, again);
    expect(refusalOf(gone)).toBe("404 not_found");
    expect(gone.text).not.toContain(personOf(1).name);
  });

  it("is gone when the wallet's notification made the order, before the buyer came back", async () => {
    const sent = await press(guest, byWallet());
    endIntent(shop.stripe.house, lastIntent(shop.stripe).id, "succeed");
    const answer = await until(
      () => guest.get(AT, withKey(sent.key)),
      ({ status }) => status !== 200,
    );
    expect(refusalOf(answer)).toBe("404 not_found");
  });

  it("was never there for a purchase that is no gift", async () => {
    const key = withKey();
    const body = { ...checkoutOf(goods.variant_id), payment_data: { outcome: "decline" } };
    expect(refusalOf(await guest.post("/store/checkout", body, key))).toBe("402 payment_declined");
    expect(refusalOf(await guest.get(AT, key))).toBe("404 not_found");
  });
});
