/** A purchase whose payment came to nothing: what was typed stands again for whoever tried it, for nobody else, for a day. */
import { operatorPointReplySchema, triedCheckoutReplySchema } from "@yigou/backend/contract";

import { withClient } from "../../../backend/local/database";
import { checkoutOf } from "../../lists/checkouts";
import { giftOf } from "../../lists/gifts";
import { pickupPoint } from "../../lists/pickups";
import { endIntent } from "../../support/stripe/intents";
import { type Listed, listGoods, until, withKey } from "../shop";
import {
  cardToken,
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

const AT = "/store/checkout/tried";
const byWallet = () => ({
  ...payingWith(goods.variant_id, walletToken(shop.stripe, "alipay")),
  note: "放门卫",
});
const triedBy = async (visitor: Visitor, key: string) =>
  replyOf(await visitor.get(AT, withKey(key)), triedCheckoutReplySchema);
const { email, shipping_address } = checkoutOf("");
const typed = {
  email,
  address: shipping_address,
  pickup_point_id: null,
  work_unit_id: null,
  note: "放门卫",
};

describe("a purchase whose wallet says no", () => {
  it("shows address and note again, as they were typed", async () => {
    const sent = await press(guest, byWallet());
    expect(refusalOf(sent)).toBe("402 payment_action_needed");
    expect(await triedBy(guest, sent.key)).toEqual(typed);
    endIntent(shop.stripe.house, lastIntent(shop.stripe).id, "fail");
    expect(refusalOf(await resume(guest, sent.key))).toMatch(/^402 payment_declined/);
    expect(await triedBy(guest, sent.key)).toEqual(typed);
  });

  it("given up by its buyer, shows them too", async () => {
    const sent = await press(guest, byWallet());
    expect((await resume(guest, sent.key, true)).status).toBe(200);
    expect(await triedBy(guest, sent.key)).toEqual(typed);
  });

  it("shows them to nobody with another key, and to nobody else with this one", async () => {
    const buyer = await shop.visitor("buyer");
    const sent = await press(buyer, byWallet());
    expect(refusalOf(sent)).toBe("402 payment_action_needed");
    expect(await triedBy(buyer, sent.key)).toEqual(typed);
    for (const other of [guest, await shop.visitor("buyer_other")]) {
      const answer = await other.get(AT, withKey(sent.key));
      expect(refusalOf(answer)).toBe("404 not_found");
      expect(answer.text).not.toContain("李明");
    }
    expect(refusalOf(await buyer.get(AT, withKey()))).toBe("404 not_found");
    expect(refusalOf(await buyer.get(AT))).toBe("400 idempotency_key_missing");
  });

  it("forgets them after a day", async () => {
    const sent = await press(guest, byWallet());
    expect(await triedBy(guest, sent.key)).toEqual(typed);
    await withClient(shop.house.database.superuserUrl, async (client) => {
      const sql = `update checkout set updated_at = now() - interval '25 hours' where key = $1`;
      expect((await client.query(sql, [sent.key])).rowCount).toBe(1);
    });
    expect(refusalOf(await guest.get(AT, withKey(sent.key)))).toBe("404 not_found");
  });
});

describe("a purchase whose card is declined", () => {
  it("shows what was typed, and nothing once the same purchase is an order", async () => {
    const no = await press(
      guest,
      payingWith(goods.variant_id, cardToken(shop.stripe, "4000000000000002")),
    );
    expect(refusalOf(no)).toBe("402 payment_declined");
    expect((await triedBy(guest, no.key)).address).toEqual(shipping_address);

    const yes = await press(
      guest,
      payingWith(goods.variant_id, cardToken(shop.stripe, "4242424242424242")),
    );
    expect(yes.status).toBe(200);
    const gone = await guest.get(AT, withKey(yes.key));
    expect(refusalOf(gone)).toBe("404 not_found");
    expect(gone.text).not.toContain("李明");
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

  it("keeps the pick-up point, and not its place as the buyer's own address", async () => {
    const operator = await shop.visitor("operator");
    const made = await operator.post("/admin/pickup-points", pickupPoint);
    const { point } = replyOf(made, operatorPointReplySchema);
    const sent = await press(guest, { ...byWallet(), pickup_point_id: point.id });
    expect(refusalOf(sent)).toBe("402 payment_action_needed");
    expect((await resume(guest, sent.key, true)).status).toBe(200);
    expect(await triedBy(guest, sent.key)).toEqual({
      ...typed,
      address: { name: "李明", phone: "10012345678" },
      pickup_point_id: point.id,
    });
  });

  it("is not shown for a gift, whose list has a page of its own", async () => {
    const body = { ...giftOf(goods.variant_id, 2), payment_data: { outcome: "decline" } };
    const no = await press(guest, body);
    expect(refusalOf(no)).toBe("402 payment_declined");
    expect(refusalOf(await guest.get(AT, withKey(no.key)))).toBe("404 not_found");
  });
});
