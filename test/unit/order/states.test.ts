/** Where an order stands: told from captures, refunds, parcels, and from nothing else. */
import type { LineFacts, OrderFacts } from "../../../backend/src/queries/order/order-facts";
import {
  fulfillmentStateOf,
  isPaid,
  paymentStateOf,
  returnableOf,
} from "../../../backend/src/queries/order/order-states";
import { paidParts, sumsOf } from "../../../backend/src/queries/order/order-sums";

function line(over: Partial<LineFacts> = {}): LineFacts {
  return {
    id: "ordli_1",
    product_id: "prod_1",
    variant_id: "variant_1",
    handle: "qi-cheng",
    title: "脐橙",
    variant_title: "5 斤",
    picture: null,
    cooperative_id: "coop_1",
    cooperative: "长岗合作社",
    quantity: 2,
    fulfilled: 0,
    shipped: 0,
    delivered: 0,
    return_requested: 0,
    returned: 0,
    complained: 0,
    unit: "39.90",
    paid_micro: 79_800_000,
    ...over,
  };
}

function order(over: Partial<OrderFacts> = {}): OrderFacts {
  const nowhere = { name: null, phone: null, province: null, city: null, county: null };
  return {
    id: "order_1",
    display_id: 1,
    created_at: new Date("2026-11-22T00:00:00Z"),
    email: "a@example.com",
    status: "pending",
    address: { ...nowhere, county_code: null, street: null, postal_code: null },
    gift_recipients: 0,
    lines: [line()],
    parcels: [],
    provider_id: "pp_sandbox_local",
    transfer_reference: null,
    work_unit: null,
    shipping_micro: 0,
    total: "79.80",
    captured: "0",
    refunded: "0",
    ...over,
  };
}

describe("the money of an order", () => {
  it.each([
    ["awaiting", {}],
    ["awaiting_transfer", { provider_id: "pp_bank_transfer" }],
    ["awaiting", { captured: "79.79" }],
    ["paid", { captured: "79.80" }],
    ["partly_refunded", { captured: "79.80", refunded: "0.01" }],
    ["refunded", { captured: "79.80", refunded: "79.80" }],
    ["canceled", { status: "canceled" }],
    ["refunded", { status: "canceled", captured: "79.80", refunded: "79.80" }],
    ["paid", { lines: [line({ paid_micro: 0 })], total: "0.00" }],
  ])("is %s for %o", (state, over) => {
    expect(paymentStateOf(order(over))).toBe(state);
  });

  it("does not let goods leave before all of it is captured", () => {
    expect(isPaid(order({ captured: "79.79" }))).toBe(false);
    expect(isPaid(order({ captured: "79.80" }))).toBe(true);
    expect(isPaid(order({ captured: "79.80", refunded: "79.80" }))).toBe(false);
  });

  it("adds up: goods less discounts and delivery make the total", () => {
    const lines = [line({ id: "ordli_1", paid_micro: 70_000_000 }), line({ id: "ordli_2" })];
    const sums = sumsOf(order({ lines, shipping_micro: 8_000_000, total: "157.80" }));
    expect(sums).toMatchObject({
      goods_fen: 15_960,
      discount_fen: 980,
      shipping_fen: 800,
      total_fen: 15_780,
    });
  });

  it("loses no fen to a discount of a third: the lines add up to what is captured", () => {
    const lines = ["a", "b", "c"].map((id) => line({ id, paid_micro: 26_735_000 }));
    const whole = order({ lines, total: "80.21", captured: "80.21" });
    expect([...paidParts(whole).lines.values()]).toEqual([2674, 2674, 2673]);
    expect(paymentStateOf(whole)).toBe("paid");
  });
});

describe("the goods of an order", () => {
  it.each([
    ["none", {}],
    ["partly_shipped", { shipped: 1 }],
    ["shipped", { shipped: 2, delivered: 1 }],
    ["delivered", { shipped: 2, delivered: 2 }],
  ])("are %s for %o", (state, over) => {
    expect(fulfillmentStateOf(order({ lines: [line(over)] }))).toBe(state);
  });

  it("can go back once they have left, and not twice", () => {
    expect(returnableOf(line())).toBe(0);
    expect(returnableOf(line({ shipped: 2 }))).toBe(2);
    expect(returnableOf(line({ shipped: 2, return_requested: 1 }))).toBe(1);
    expect(returnableOf(line({ shipped: 2, return_requested: 1, returned: 1 }))).toBe(0);
    expect(returnableOf(line({ shipped: 2, complained: 1 }))).toBe(1);
  });
});
