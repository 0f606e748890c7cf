/** Saved cards: kept by the buyer's own choice, used and seen by nobody else, and removed where they lie. */
import type { Json } from "../../lists/changed";
import { checkoutOf } from "../../lists/checkouts";
import { endIntent } from "../../support/stripe/intents";
import { expectLedgerOk } from "../ledger";
import { buy, untilCredited } from "../shop";
import { booksOf, cardToken, lastIntent, payingWith, press, resume, untilBooks } from "../stripe";
import { refusalOf, type Visitor } from "../visitor";
import { cardsOf, openSavedCardDesk, removal } from "./saved-card-desk";

let desk: Awaited<ReturnType<typeof openSavedCardDesk>>;

const GOOD = "4242424242424242";
const OTHER = "5555555555554444";
const DECLINED = "4000000000009995";
const CHALLENGED = "4000000000003220";

beforeAll(async () => {
  desk = await openSavedCardDesk();
});
afterAll(() => desk.shop.close());

describe("a card", () => {
  it("is not saved unless its buyer says so", async () => {
    const buyer = await desk.somebody();
    await buy(buyer, payingWith(desk.goods.variant_id, cardToken(desk.shop.stripe, GOOD)));
    expect(lastIntent(desk.shop.stripe).customer).toBeNull();
    expect(await cardsOf(buyer)).toEqual([]);
  });

  it("is saved by its buyer's choice, and the house learns no name and no address", async () => {
    const { buyer, card } = await desk.holder();
    expect(card).toMatchObject({ brand: "visa", last4: "4242", exp_month: 8 });
    expect(Object.keys(card).sort()).toEqual(["brand", "exp_month", "exp_year", "id", "last4"]);
    const { customer } = lastIntent(desk.shop.stripe);
    const known = desk.shop.stripe.house.customers.get(customer ?? "");
    expect(known).toMatchObject({ email: null, name: null, phone: null });
    expect(Object.keys(known?.metadata ?? {})).toEqual(["customer_id"]);
    await buy(buyer, desk.saving(OTHER));
    expect((await cardsOf(buyer)).map(({ brand }) => brand)).toEqual(["mastercard", "visa"]);
  });

  it("that is declined is not saved", async () => {
    const buyer = await desk.somebody();
    expect(refusalOf(await press(buyer, desk.saving(DECLINED)))).toBe("402 payment_declined");
    expect(await cardsOf(buyer)).toEqual([]);
  });

  it("saved twice is shown once, and removed wholly", async () => {
    const { buyer, card } = await desk.holder();
    await buy(buyer, desk.saving(GOOD));
    const [shown, ...more] = await cardsOf(buyer);
    expect(more).toEqual([]);
    expect((await buyer.post(removal(shown?.id ?? ""), {})).status).toBe(200);
    expect(await cardsOf(buyer)).toEqual([]);
    expect(desk.shop.stripe.house.methods.get(card.id)?.customer).toBeNull();
  });

  it("of two first purchases at once is saved with one holder", async () => {
    const buyer = await desk.somebody();
    const both = await Promise.all([
      press(buyer, desk.saving(GOOD)),
      press(buyer, desk.saving(OTHER)),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await cardsOf(buyer)).toHaveLength(2);
  });
});

describe("a saved card", () => {
  it("pays without being typed in, once, and its households are credited", async () => {
    const { buyer, card } = await desk.holder();
    const before = await booksOf(desk.shop, desk.goods.variant_id);
    const { order, token } = await buy(buyer, desk.paidBy({ saved_card: card.id }));
    expect(order).toMatchObject({ paid_fen: 3999, payment_state: "paid" });
    expect(lastIntent(desk.shop.stripe)).toMatchObject({
      amount_received: 3999,
      payment_method: card.id,
    });
    await untilCredited(buyer, order.id, token);
    await untilBooks(desk.shop, desk.goods.variant_id, {
      captures: before.captures + 1,
      captured_fen: before.captured_fen + 3999,
    });
    await expectLedgerOk(desk.shop.house.database);
  });

  it("pays a gift, too, which goes Medusa's long way", async () => {
    const { buyer, card } = await desk.holder();
    const { shipping_address } = checkoutOf("");
    const gift = { recipients: [shipping_address ?? null, shipping_address ?? null] };
    const { order } = await buy(buyer, { ...desk.paidBy({ saved_card: card.id }), gift });
    expect(order).toMatchObject({ paid_fen: 7998, payment_state: "paid" });
    expect(lastIntent(desk.shop.stripe).payment_method).toBe(card.id);
  });

  it("whose bank asks is asked again each time", async () => {
    const buyer = await desk.somebody();
    const first = await press(buyer, desk.saving(CHALLENGED));
    expect(refusalOf(first)).toBe("402 payment_action_needed");
    expect(await cardsOf(buyer)).toEqual([]);
    endIntent(desk.shop.stripe.house, lastIntent(desk.shop.stripe).id, "succeed");
    expect((await resume(buyer, first.key)).status).toBe(200);
    const [card] = await cardsOf(buyer);
    const before = await booksOf(desk.shop, desk.goods.variant_id);
    const again = await press(buyer, desk.paidBy({ saved_card: card?.id ?? "" }));
    expect(refusalOf(again)).toBe("402 payment_action_needed");
    endIntent(desk.shop.stripe.house, lastIntent(desk.shop.stripe).id, "fail");
    expect(refusalOf(await resume(buyer, again.key))).toBe("402 payment_declined");
    expect(await booksOf(desk.shop, desk.goods.variant_id)).toEqual(before);
  });

  it("that is declined says so and buys nothing; another one pays", async () => {
    const { buyer, card } = await desk.holder();
    const before = await booksOf(desk.shop, desk.goods.variant_id);
    desk.shop.stripe.house.numbers.set(card.id, DECLINED);
    const no = await press(buyer, desk.paidBy({ saved_card: card.id }));
    expect(refusalOf(no)).toBe("402 payment_declined");
    expect(no.text).toContain("insufficient_funds");
    expect(await booksOf(desk.shop, desk.goods.variant_id)).toEqual(before);
    expect((await press(buyer, desk.saving(OTHER))).status).toBe(200);
  });

  it("pays for nobody else and is seen by nobody else", async () => {
    const { buyer, card } = await desk.holder();
    const { buyer: other } = await desk.holder(OTHER);
    const before = await booksOf(desk.shop, desk.goods.variant_id);
    const intents = desk.shop.stripe.house.intents.size;
    for (const stranger of [desk.guest, other, await desk.somebody()]) {
      const tried = await press(stranger, desk.paidBy({ saved_card: card.id }));
      expect(refusalOf(tried)).toBe("404 not_found");
    }
    expect(await booksOf(desk.shop, desk.goods.variant_id)).toEqual(before);
    expect(desk.shop.stripe.house.intents.size).toBe(intents);
    expect(refusalOf(await other.post(removal(card.id), {}))).toBe("404 not_found");
    expect(refusalOf(await (await desk.somebody()).post(removal(card.id), {}))).toBe(
      "404 not_found",
    );
    expect((await cardsOf(other)).map(({ last4 }) => last4)).toEqual(["4444"]);
    expect(await cardsOf(buyer)).toEqual([card]);
  });

  it("is removed at the house, once, and pays no more", async () => {
    const { buyer, card } = await desk.holder();
    const both = await Promise.all([1, 2].map(() => buyer.post(removal(card.id), {})));
    expect(both.map(({ status }) => status)).toContain(200);
    for (const { status } of both) expect([200, 404]).toContain(status);
    expect(desk.shop.stripe.house.methods.get(card.id)?.customer).toBeNull();
    expect(await cardsOf(buyer)).toEqual([]);
    expect(refusalOf(await buyer.post(removal(card.id), {}))).toBe("404 not_found");
    expect(refusalOf(await press(buyer, desk.paidBy({ saved_card: card.id })))).toBe(
      "404 not_found",
    );
  });
});

describe("what makes no sense", () => {
  it("is refused by its field, and buys nothing", async () => {
    const { buyer, card } = await desk.holder();
    const before = await booksOf(desk.shop, desk.goods.variant_id);
    const confirmation_token = cardToken(desk.shop.stripe, GOOD);
    const saved_card = card.id;
    const wrong: [Visitor, { [key: string]: Json }, string][] = [
      [desk.guest, desk.saving(GOOD), "payment_data.save_card"],
      [buyer, desk.paidBy({ saved_card, confirmation_token }), "payment_data.saved_card"],
      [buyer, desk.paidBy({ saved_card, save_card: true }), "payment_data.saved_card"],
      [buyer, desk.paidBy({ saved_card: "pm_'; drop" }), "payment_data.saved_card"],
      [
        buyer,
        { ...checkoutOf(desk.goods.variant_id), payment_data: { saved_card } },
        "payment_data.saved_card",
      ],
    ];
    for (const [visitor, body, field] of wrong) {
      const answer = await press(visitor, body);
      expect(refusalOf(answer)).toBe("400 invalid_input");
      expect(answer.text).toContain(field);
    }
    expect(await booksOf(desk.shop, desk.goods.variant_id)).toEqual(before);
    expect(await cardsOf(buyer)).toEqual([card]);
  });
});
