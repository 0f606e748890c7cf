/** The operator changes orders after they were placed, in Medusa's own admin; the ledger follows to the fen. */
import { z } from "zod";

import { expectLedgerOk, look } from "../ledger";
import {
  type Bought,
  buyOne,
  creditsOf,
  listGoods,
  type Listed,
  openShop,
  type Shop,
} from "../shop";
import { until, untilCredited } from "../shop";
import type { Visitor } from "../visitor";
import { deliverAll, Operator } from "./deeds";
import { entriesOf, untilEntries, untilFollowed, withoutGoods } from "./entries";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let operator: Operator;
/** 39.90: 31.92 to two households, 3.99 service, 2.00 packing, 1.99 freight. */
let oranges: Listed;
/** 20.00: 14.01 to two households. */
let honey: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  operator = new Operator(await shop.visitor("operator"), shop.house.database);
  oranges = await listGoods(seller, { price_fen: 3990, stock: 500 });
  honey = await listGoods(seller, { price_fen: 2000, stock: 500 });
});
afterAll(() => shop.close());

async function bought(quantity = 1): Promise<Bought & { line_id: string; payment_id: string }> {
  const one = await buyOne(guest, oranges.variant_id, quantity);
  await untilCredited(guest, one.order.id, one.token);
  const [payment_id = ""] = await operator.payments(one.order.id);
  return { ...one, line_id: one.order.lines[0]?.id ?? "", payment_id };
}

const entries = (order_id: string) => entriesOf(shop.house.database, order_id);
const without = (order_id: string) => withoutGoods(shop.house.database, order_id);

describe("goods added after the sale", () => {
  it("are frozen at the edit and credited when they are paid", async () => {
    const { order, token } = await bought();
    await operator.edit(order.id, { add: [{ id: honey.variant_id, quantity: 1 }] });
    await untilFollowed(shop.house.database, order.id, 1);
    expect(await entries(order.id)).toHaveLength(1);
    await operator.payRest(order.id);
    const [, second] = await untilEntries(shop.house.database, order.id, 2);
    expect(second).toMatchObject({
      kind: "capture",
      legs: { buyers: -2000, "household:expected": 1401, service: 200, packing: 200, freight: 199 },
    });
    const { credits, total_net_fen } = await creditsOf(guest, order.id, token);
    expect(credits).toHaveLength(4);
    expect(total_net_fen).toBe(3192 + 1401);
    expect(await without(order.id)).toBe(0);
  });

  it("take up money that came before the ledger knew of them", async () => {
    const { order, line_id } = await bought();
    await operator.edit(order.id, { set: [{ id: line_id, quantity: 2 }] });
    await operator.payRest(order.id);
    await untilEntries(shop.house.database, order.id, 2);
    await until(
      () => without(order.id),
      (fen) => fen === 0,
    );
    const lines = await look(
      shop.house.database,
      z.object({ order_line_id: z.string(), quantity: z.coerce.number() }),
      "select order_line_id, quantity from sale_line where order_id = $1 order by 1",
      [order.id],
    );
    expect(lines.map((line) => line.quantity)).toEqual([1, 1]);
    expect(lines.map((line) => line.order_line_id.replace(/-v\d+$/, ""))).toEqual([
      line_id,
      line_id,
    ]);
  });
});

describe("goods removed after the sale", () => {
  it("leave their money without goods, until it is given back", async () => {
    const { order, line_id, payment_id } = await bought(3);
    await operator.edit(order.id, { set: [{ id: line_id, quantity: 2 }] });
    const [, moved] = await untilEntries(shop.house.database, order.id, 2);
    expect(moved).toMatchObject({
      kind: "amend",
      cause: "edit",
      reverses: "capture",
      legs: { "household:expected": -3192, unattributed: 3990 },
    });
    expect(await operator.refund(payment_id, 39.9)).toBe(200);
    const [, , refunded] = await untilEntries(shop.house.database, order.id, 3);
    expect(refunded?.legs).toEqual({ buyers: 3990, unattributed: -3990 });
    expect(await without(order.id)).toBe(0);
  });

  it("pay for goods that are added in their place, at no cost to anybody", async () => {
    const { order, line_id, token } = await bought(2);
    const add = [{ id: honey.variant_id, quantity: 2 }];
    await operator.edit(order.id, { set: [{ id: line_id, quantity: 1 }], add });
    await untilFollowed(shop.house.database, order.id, 1);
    await operator.payRest(order.id);
    await untilEntries(shop.house.database, order.id, 3);
    const { total_net_fen } = await creditsOf(guest, order.id, token);
    expect(total_net_fen).toBe(3192 + 2 * 1401);
    expect(await without(order.id)).toBe(0);
  });

  it("cannot be more than is not packed yet", async () => {
    const { order, line_id } = await bought();
    await deliverAll(seller, order.id);
    await operator.do("order-edits", { order_id: order.id });
    const path = `/admin/order-edits/${order.id}/items/item/${line_id}`;
    expect((await operator.visitor.post(path, { quantity: 0 })).status).toBe(400);
    expect(await entries(order.id)).toHaveLength(1);
  });
});

it("leaves a ledger that verifies, changes and all", async () => {
  await expectLedgerOk(shop.house.database);
});
