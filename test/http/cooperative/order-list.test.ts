/** The cooperative's list of orders: each filter gives the orders of that state, and a discount loses no fen. */
import { z } from "zod";

import {
  type cooperativeOrderSchema,
  cooperativeOrderReplySchema,
  cooperativeOrdersReplySchema,
  orderReplySchema,
} from "@yigou/backend/contract";

import { checkoutOf } from "../../lists/checkouts";
import { expectLedgerOk } from "../ledger";
import { buy, buyOne, type Listed, listGoods, openShop, type Shop, untilCredited } from "../shop";
import { replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  goods = await listGoods(seller, { price_fen: 4000, stock: 100 });
});
afterAll(() => shop.close());

type State = z.output<typeof cooperativeOrderSchema>["state"];
const parcel = { carrier: "中国邮政", tracking_number: "YZ100000009" };

const listed = async (state: State) =>
  replyOf(
    await seller.get(`/cooperative/orders?limit=100&state=${state}`),
    cooperativeOrdersReplySchema,
  );

describe("the list of orders", () => {
  it("by state gives the orders that say so of themselves", async () => {
    const transfer = { ...checkoutOf(goods.variant_id), payment_provider_id: "pp_bank_transfer" };
    const { payment_data: _, ...waiting } = { payment_data: null, ...transfer };
    const made = {
      awaiting_transfer: (await buy(guest, waiting)).order.id,
      to_ship: (await buyOne(guest, goods.variant_id)).order.id,
      shipped: (await buyOne(guest, goods.variant_id)).order.id,
      delivered: (await buyOne(guest, goods.variant_id)).order.id,
    };
    for (const id of [made.shipped, made.delivered]) {
      replyOf(
        await seller.post(`/cooperative/orders/${id}/ship`, parcel),
        cooperativeOrderReplySchema,
      );
    }
    await seller.post(`/cooperative/orders/${made.delivered}/deliver`);
    for (const state of [
      "awaiting_transfer",
      "to_ship",
      "shipped",
      "delivered",
      "canceled",
    ] as const) {
      const { orders, count } = await listed(state);
      expect(new Set(orders.map((order) => order.state))).toEqual(
        new Set(count > 0 ? [state] : []),
      );
      const expected = state === "canceled" ? [] : [made[state]];
      expect(orders.map((order) => order.id)).toEqual(expect.arrayContaining(expected));
    }
  });

  it("gives the address for sending, and none before money is on its way", async () => {
    const pending = { ...checkoutOf(goods.variant_id), payment_data: { outcome: "pending" } };
    const { order } = await buy(guest, pending);
    const path = `/cooperative/orders/${order.id}`;
    const seen = replyOf(await seller.get(path), cooperativeOrderReplySchema).order;
    expect([seen.state, seen.shipping_address]).toEqual(["awaiting_payment", {}]);
    const paid = await buyOne(guest, goods.variant_id);
    const sent = replyOf(
      await seller.get(`/cooperative/orders/${paid.order.id}`),
      cooperativeOrderReplySchema,
    );
    expect(sent.order.shipping_address.street).toBeTruthy();
  });
});

describe("a discount of the operator", () => {
  it("of 33 percent leaves an order that is paid to the fen, line by line as the ledger has it", async () => {
    const operator = await shop.visitor("operator");
    const made = await operator.post("/admin/promotions", {
      code: "ORANGE33",
      type: "standard",
      status: "active",
      is_automatic: true,
      application_method: {
        type: "percentage",
        target_type: "items",
        allocation: "each",
        value: 33,
        max_quantity: 100,
        currency_code: "cny",
      },
    });
    expect(made.status, made.text.slice(0, 300)).toBe(200);
    const more = await listGoods(seller, { price_fen: 2999, stock: 10 });
    const items = [goods, more].map(({ variant_id }, at) => ({ variant_id, quantity: at + 1 }));
    const { order, token } = await buy(guest, { ...checkoutOf(goods.variant_id), items });
    const { credits } = await untilCredited(guest, order.id, token);
    const sent = token ? { headers: { "x-order-token": token } } : {};
    const read = replyOf(
      await guest.get(`/store/orders/${order.id}/summary`, sent),
      orderReplySchema,
    ).order;
    expect(read.payment_state).toBe("paid");
    expect(read.discount_fen).toBeGreaterThan(0);
    expect(read.paid_fen).toBe(read.total_fen);
    for (const line of read.lines) {
      const own = credits.filter((credit) => credit.order_line_id === line.id);
      expect(own.reduce((all, credit) => all + credit.gross_fen, 0)).toBe(line.total_fen);
    }
    await expectLedgerOk(shop.house.database);
  });
});
