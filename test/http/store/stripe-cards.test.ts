/** Cards: what the house takes is what the order says, once, whatever the buyer or the line does. */
import { orderCreditsReplySchema, resumeReplySchema } from "@yigou/backend/contract";

import { endIntent } from "../../support/stripe/intents";
import { expectLedgerOk } from "../ledger";
import { buy, type Listed, listGoods, sumOf, until, untilCredited } from "../shop";
import {
  booksOf,
  cardToken,
  lastIntent,
  openStripeShop,
  payingWith,
  press,
  resume,
  type StripeShop,
  untilBooks,
} from "../stripe";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: StripeShop;
let guest: Visitor;
let seller: Visitor;
let goods: Listed;

const GOOD = "4242424242424242";
const DECLINED = "4000000000009995";
const CHALLENGED = "4000000000003220";

beforeAll(async () => {
  shop = await openStripeShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  goods = await listGoods(seller, { price_fen: 3999, stock: 500 });
});
afterAll(() => shop.close());

const card = (number: string, variant_id = goods.variant_id, quantity = 1) =>
  payingWith(variant_id, cardToken(shop.stripe, number), quantity);

describe("a card", () => {
  it("pays to the fen, and its households are credited once", async () => {
    const { order, token } = await buy(guest, card(GOOD, goods.variant_id, 3));
    expect(order).toMatchObject({ total_fen: 11_997, paid_fen: 11_997, payment_state: "paid" });
    expect(lastIntent(shop.stripe)).toMatchObject({
      amount: 11_997,
      amount_received: 11_997,
      currency: "cny",
      status: "succeeded",
    });
    const { credits } = await untilCredited(guest, order.id, token);
    expect(sumOf(credits, (one) => one.gross_fen)).toBe(11_997);
  });

  it("that is declined buys nothing and says why; another one pays, once", async () => {
    const before = await booksOf(shop, goods.variant_id);
    const first = await press(guest, card(DECLINED));
    expect(refusalOf(first)).toBe("402 payment_declined");
    expect(first.text).toContain("insufficient_funds");
    expect(lastIntent(shop.stripe).status).toBe("canceled");
    expect(await booksOf(shop, goods.variant_id)).toEqual(before);

    const { order, token } = await buy(guest, card(GOOD));
    await untilCredited(guest, order.id, token);
    expect(await booksOf(shop, goods.variant_id)).toEqual({
      ...before,
      orders: before.orders + 1,
      captures: before.captures + 1,
      captured_fen: before.captured_fen + 3999,
      reserved: before.reserved + 1,
    });
  });

  it("is charged once when the same purchase is sent four times at once", async () => {
    const before = [...shop.stripe.house.intents.values()].length;
    const body = card(GOOD);
    const key = `four-times-${Date.now()}`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => press(guest, body, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect([...shop.stripe.house.intents.values()]).toHaveLength(before + 1);
  });

  it("is charged once when the answer to the charge is lost on its way", async () => {
    const before = await booksOf(shop, goods.variant_id);
    const body = card(GOOD);
    shop.stripe.loseAnswers(4);
    const first = await press(guest, body);
    expect(refusalOf(first)).toBe("503 busy");
    const again = await press(guest, body, first.key);
    expect(again.status).toBe(200);
    const { captures, captured_fen } = await booksOf(shop, goods.variant_id);
    expect({ captures, captured_fen }).toEqual({
      captures: before.captures + 1,
      captured_fen: before.captured_fen + 3999,
    });
  });

  it("is not charged for goods that are sold out", async () => {
    const one = await listGoods(seller, { stock: 1 });
    const both = await Promise.all([1, 2].map(() => press(guest, card(GOOD, one.variant_id))));
    const ends = both.map((answer) => (answer.status === 200 ? "bought" : refusalOf(answer)));
    expect(ends.toSorted()).toEqual(["409 sold_out", "bought"]);
    const held = [...shop.stripe.house.intents.values()].filter(
      ({ status }) => status === "requires_capture",
    );
    expect(held).toEqual([]);
  });
});

describe("a card whose bank asks the buyer", () => {
  it("takes nothing until the buyer has said yes, then gives one order however often one comes back", async () => {
    const before = await booksOf(shop, goods.variant_id);
    const sent = await press(guest, card(CHALLENGED));
    expect(refusalOf(sent)).toBe("402 payment_action_needed");
    expect(sent.text).toContain("_secret_");
    expect(refusalOf(await resume(guest, sent.key))).toBe("402 payment_action_needed");
    expect(await booksOf(shop, goods.variant_id)).toEqual(before);
    shop.stripe.mail.isHeld = true;
    endIntent(shop.stripe.house, lastIntent(shop.stripe).id, "succeed");
    shop.stripe.mail.isHeld = false;
    const [one, two] = await Promise.all([resume(guest, sent.key), resume(guest, sent.key)]);
    const first = replyOf(one, resumeReplySchema);
    const second = replyOf(two, resumeReplySchema);
    expect(first.order?.payment_state).toBe("paid");
    expect(second).toEqual(first);
    expect((await booksOf(shop, goods.variant_id)).captures).toBe(before.captures + 1);
  });

  it("is declined when the buyer says no, and frees what it held", async () => {
    const before = await booksOf(shop, goods.variant_id);
    const sent = await press(guest, card(CHALLENGED));
    endIntent(shop.stripe.house, lastIntent(shop.stripe).id, "fail");
    expect(refusalOf(await resume(guest, sent.key))).toBe("402 payment_declined");
    expect(await booksOf(shop, goods.variant_id)).toEqual(before);
    expect(lastIntent(shop.stripe).status).toBe("canceled");
  });

  it("becomes an order by itself when the buyer does not come back", async () => {
    const before = await booksOf(shop, goods.variant_id);
    const sent = await press(guest, card(CHALLENGED));
    endIntent(shop.stripe.house, lastIntent(shop.stripe).id, "succeed");
    await untilBooks(shop, goods.variant_id, { orders: before.orders + 1 });
    const late = replyOf(await resume(guest, sent.key), resumeReplySchema);
    expect(late.order?.payment_state).toBe("paid");
    const headers = { "x-order-token": late.access_token ?? "" };
    const path = `/store/orders/${late.order?.id ?? ""}/credits`;
    const { credits } = await until(
      async () => replyOf(await guest.get(path, { headers }), orderCreditsReplySchema),
      (reply) => reply.credits.length > 0,
    );
    expect(sumOf(credits, (one) => one.gross_fen)).toBe(3999);
    expect((await booksOf(shop, goods.variant_id)).captures).toBe(before.captures + 1);
  });

  it("lets go of what it holds when the goods are gone meanwhile", async () => {
    const one = await listGoods(seller, { stock: 1 });
    const sent = await press(guest, card(CHALLENGED, one.variant_id));
    const { id } = lastIntent(shop.stripe);
    await buy(guest, card(GOOD, one.variant_id));
    endIntent(shop.stripe.house, id, "succeed");
    const intent = () => Promise.resolve(shop.stripe.house.intent(id).status);
    await until(intent, (status) => status === "canceled");
    expect((await resume(guest, sent.key)).status).not.toBe(500);
    expect(shop.stripe.house.intent(id).amount_received).toBe(0);
  });

  it("that is given up can never be paid any more", async () => {
    const sent = await press(guest, card(CHALLENGED));
    const { id } = lastIntent(shop.stripe);
    expect(replyOf(await resume(guest, sent.key, true), resumeReplySchema).order).toBeNull();
    expect(shop.stripe.house.intent(id).status).toBe("canceled");
    expect(() => endIntent(shop.stripe.house, id, "succeed")).toThrow(/status of canceled/);
  });

  it("is no affair of a stranger's", async () => {
    const sent = await press(guest, card(CHALLENGED));
    const other = await shop.visitor("buyer");
    expect(refusalOf(await resume(other, sent.key))).toBe("404 not_found");
    expect(refusalOf(await resume(guest, "no-such-key-at-all"))).toBe("404 not_found");
    await resume(guest, sent.key, true);
  });
});

it("leaves a ledger that verifies, with as much captured as the house took", async () => {
  const verdict = await expectLedgerOk(shop.house.database);
  const taken = [...shop.stripe.house.intents.values()];
  expect(verdict.captured_fen).toBe(sumOf(taken, (one) => one.amount_received));
});
