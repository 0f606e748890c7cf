/** Buying in one call: what is paid reaches the households to the fen, once, whatever is sent twice. */
import { randomUUID } from "node:crypto";

import { goodReplySchema } from "@yigou/backend/contract";

import { changed } from "../../lists/changed";
import { checkoutOf } from "../../lists/checkouts";
import { expectLedgerOk } from "../ledger";
import {
  buy,
  buyOne,
  creditsOf,
  type Listed,
  listGoods,
  openShop,
  type Shop,
  sumOf,
  until,
  untilCredited,
  withKey,
} from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  goods = await listGoods(seller, { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

describe("a purchase in one call", () => {
  it("credits the households with what the page had promised, to the fen", async () => {
    const path = `/store/goods/${goods.handle}`;
    const { good } = replyOf(await guest.get(path), goodReplySchema);
    const promised = good.variants[0]?.breakdown.find((part) => part.party === "household");
    const { order, token } = await buyOne(guest, goods.variant_id, 1);
    const { credits, total_net_fen } = await untilCredited(guest, order.id, token);
    expect(order.total_fen).toBe(3990);
    expect(credits).toHaveLength(2);
    expect(total_net_fen).toBe(promised?.amount_fen);
    expect(sumOf(credits, (credit) => credit.gross_fen)).toBe(3990);
    for (const credit of credits) {
      const deducted = sumOf(credit.deductions, (part) => part.amount_fen);
      expect(credit.gross_fen).toBe(deducted + credit.net_fen);
      expect(credit.state).toBe("expected");
    }
  });

  it("shares an odd fen by largest remainder, so that the parts equal the whole", async () => {
    const odd = await listGoods(seller, { price_fen: 1001, stock: 9 });
    const { order, token } = await buyOne(guest, odd.variant_id, 3);
    const { credits } = await untilCredited(guest, order.id, token);
    expect(sumOf(credits, (credit) => credit.gross_fen)).toBe(3003);
    const [first, second] = credits.map((credit) => credit.net_fen);
    expect(Math.abs((first ?? 0) - (second ?? 0))).toBeLessThanOrEqual(1);
  });

  it("is not told to another: no token, a wrong token, another buyer", async () => {
    const { order, token } = await buyOne(guest, goods.variant_id);
    const wrong = { headers: { "x-order-token": `${"A".repeat(42)}B` } };
    const other = await shop.visitor("buyer");
    for (const path of [`/store/orders/${order.id}/credits`, `/store/orders/${order.id}/summary`]) {
      expect(refusalOf(await guest.get(path))).toBe("404 not_found");
      expect(refusalOf(await guest.get(path, wrong))).toBe("404 not_found");
      expect(refusalOf(await other.get(path))).toBe("404 not_found");
      const right = await guest.get(path, { headers: { "x-order-token": token ?? "" } });
      expect(right.status).toBe(200);
    }
  });
});

describe("the key of a purchase", () => {
  it("gives the same order when it is sent again", async () => {
    const key = withKey();
    const first = await buy(guest, checkoutOf(goods.variant_id), key);
    const second = await buy(guest, checkoutOf(goods.variant_id), key);
    expect(second.order.id).toBe(first.order.id);
    expect(second.token).toBe(first.token);
  });

  it("gives one order when the button is pressed four times at once", async () => {
    const key = withKey();
    const presses = Array.from({ length: 4 }, () => buy(guest, checkoutOf(goods.variant_id), key));
    const orders = new Set((await Promise.all(presses)).map(({ order }) => order.id));
    expect(orders.size).toBe(1);
  });

  it("is refused for another purchase, and is needed", async () => {
    const key = withKey();
    await buy(guest, checkoutOf(goods.variant_id), key);
    const other = await guest.post("/store/checkout", checkoutOf(goods.variant_id, 2), key);
    expect(refusalOf(other)).toBe("409 idempotency_key_reused");
    const none = await guest.post("/store/checkout", checkoutOf(goods.variant_id));
    expect(refusalOf(none)).toBe("400 idempotency_key_missing");
  });

  it("of one buyer is not the key of another", async () => {
    const key = withKey();
    const [a, b] = [await shop.visitor("buyer"), await shop.visitor("buyer_other")];
    const first = await buy(a, checkoutOf(goods.variant_id), key);
    const second = await buy(b, checkoutOf(goods.variant_id), key);
    expect(second.order.id).not.toBe(first.order.id);
  });
});

describe("goods that change under the buyer's hand", () => {
  it("go to one of two buyers when one box is left", async () => {
    const last = await listGoods(seller, { stock: 1 });
    const both = await Promise.all(
      [1, 2].map(() => guest.post("/store/checkout", checkoutOf(last.variant_id), withKey())),
    );
    const ends = both.map((answer) => (answer.status === 200 ? "bought" : refusalOf(answer)));
    expect(ends.toSorted()).toEqual(["409 sold_out", "bought"]);
  });

  it("are not sold twice over within one purchase", async () => {
    const two = await listGoods(seller, { stock: 2 });
    const line = { variant_id: two.variant_id, quantity: 2 };
    const body = changed(checkoutOf(two.variant_id), "items", [line, line]);
    expect(refusalOf(await guest.post("/store/checkout", body, withKey()))).toBe("409 sold_out");
    expect((await buyOne(guest, two.variant_id, 2)).order.lines[0]?.quantity).toBe(2);
  });

  it("are not bought at a price that the buyer has not seen", async () => {
    const rising = await listGoods(seller, { price_fen: 2000 });
    const change = { variants: [{ id: rising.variant_id, price_fen: 2500 }] };
    const path = `/cooperative/products/${rising.product_id}`;
    expect((await seller.post(path, change)).status).toBe(200);
    const seen = { ...checkoutOf(rising.variant_id), expected_total_fen: 2000 };
    expect(refusalOf(await guest.post("/store/checkout", seen, withKey()))).toBe(
      "409 price_changed",
    );
    const now = { ...seen, expected_total_fen: 2500 };
    expect((await buy(guest, now)).order.total_fen).toBe(2500);
  });

  it("are not bought once they are off the shelf", async () => {
    const gone = await listGoods(seller);
    await seller.post(`/cooperative/products/${gone.product_id}`, { status: "draft" });
    const answer = await guest.post("/store/checkout", checkoutOf(gone.variant_id), withKey());
    expect(refusalOf(answer)).toBe("409 goods_unavailable");
    const unknown = checkoutOf("variant_01UNKNOWN");
    expect(refusalOf(await guest.post("/store/checkout", unknown, withKey()))).toBe(
      "409 goods_unavailable",
    );
  });
});

describe("a payment", () => {
  const paying = (outcome: string) =>
    changed(checkoutOf(goods.variant_id), "payment_data.outcome", outcome);

  it("that is declined buys nothing, and is declined again", async () => {
    const key = withKey();
    const declined = await guest.post("/store/checkout", paying("decline"), key);
    expect(refusalOf(declined)).toBe("402 payment_declined");
    expect(await guest.post("/store/checkout", paying("decline"), key)).toEqual(declined);
  });

  it("that succeeds after the browser was closed credits, but not before", async () => {
    const { order, token } = await buy(guest, paying("pending"));
    expect(order.payment_state).toBe("awaiting");
    expect((await creditsOf(guest, order.id, token)).credits).toEqual([]);
    const sent = { headers: { "x-order-token": token ?? "" } };
    const path = `/store/orders/${order.id}/sandbox-outcome`;
    expect((await guest.post(path, { outcome: "success" }, sent)).status).toBe(200);
    const late = await untilCredited(guest, order.id, token);
    expect(sumOf(late.credits, (credit) => credit.gross_fen)).toBe(3990);
  });

  it("that fails late cancels the order and frees its stock", async () => {
    const one = await listGoods(seller, { stock: 1 });
    const body = changed(checkoutOf(one.variant_id), "payment_data.outcome", "pending");
    const { order, token } = await buy(guest, body);
    const sent = { headers: { "x-order-token": token ?? "" } };
    await guest.post(`/store/orders/${order.id}/sandbox-outcome`, { outcome: "decline" }, sent);
    const bought = await until(
      () => guest.post("/store/checkout", checkoutOf(one.variant_id), withKey(randomUUID())),
      (answer) => answer.status === 200,
    );
    expect(bought.status).toBe(200);
    expect((await creditsOf(guest, order.id, token)).credits).toEqual([]);
  });

  it("by an unknown provider is refused", async () => {
    const body = changed(checkoutOf(goods.variant_id), "payment_provider_id", "pp_system_default");
    const answer = await guest.post("/store/checkout", body, withKey());
    expect(refusalOf(answer)).toBe("400 payment_provider_unknown");
  });
});

it("leaves a ledger that verifies", async () => {
  expect((await expectLedgerOk(shop.house.database)).captured_fen).toBeGreaterThan(0);
});
