/** Claims, exchanges and returns that the operator cancels in Medusa's own admin. */
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
  untilCredited,
} from "../shop";
import type { Visitor } from "../visitor";
import { deliverAll, Operator } from "./deeds";
import { entriesOf, untilEntries, untilFollowed } from "./entries";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let operator: Operator;
/** 39.90: 31.92 to two households, 3.99 service, 2.00 packing, 1.99 freight. */
let oranges: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  operator = new Operator(await shop.visitor("operator"), shop.house.database);
  oranges = await listGoods(seller, { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

type Delivered = Bought & { line_id: string; payment_id: string };

async function delivered(): Promise<Delivered> {
  const one = await buyOne(guest, oranges.variant_id);
  await untilCredited(guest, one.order.id, one.token);
  const [payment_id = ""] = await operator.payments(one.order.id);
  await deliverAll(seller, one.order.id);
  return { ...one, line_id: one.order.lines[0]?.id ?? "", payment_id };
}

const out = () => ({ id: oranges.variant_id, quantity: 1, unit_price: 0 });
const entries = (order_id: string) => entriesOf(shop.house.database, order_id);

async function idOf(table: "order_exchange" | "order_claim", order_id: string): Promise<string> {
  const rows = await look(
    shop.house.database,
    z.object({ id: z.string() }),
    `select id from ${table} where order_id = $1 order by created_at desc limit 1`,
    [order_id],
  );
  return rows[0]?.id ?? "";
}

/** Asks for a cancellation; status and code of the answer. */
async function cancel(kind: "claims" | "exchanges" | "returns", id: string) {
  const { status, text } = await operator.visitor.post(`/admin/${kind}/${id}/cancel`, {});
  const code = /cancel_[a-z_]+|order_change_open/.exec(text)?.[0] ?? null;
  return { status, code };
}

async function isCancelled(table: string, id: string): Promise<boolean> {
  const row = z.object({ off: z.boolean() });
  const sql = `select canceled_at is not null as off from "${table}" where id = $1`;
  const [found] = await look(shop.house.database, row, sql, [id]);
  return found?.off ?? false;
}

describe("a claim that is cancelled", () => {
  it("gives the income back to the goods that were sold, once, also when two cancel at once", async () => {
    const { order, line_id, token } = await delivered();
    const wrong = { id: line_id, quantity: 1, reason: "production_failure" };
    const claim_id = await operator.claim(order.id, wrong, [out()]);
    await untilEntries(shop.house.database, order.id, 2);
    const answers = await Promise.all([cancel("claims", claim_id), cancel("claims", claim_id)]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
    const [, , undone] = await untilEntries(shop.house.database, order.id, 3);
    expect(undone).toMatchObject({
      kind: "claim",
      cause: "cancelled",
      reverses: "claim",
      legs: { "household:expected": 0 },
    });
    await untilFollowed(shop.house.database, order.id, 2);
    const { credits, total_net_fen } = await creditsOf(guest, order.id, token);
    expect(total_net_fen).toBe(3192);
    // The goods of the sale were delivered, so their income is earned again.
    expect(credits.map((one) => one.state)).toContain("earned");
    expect(await entries(order.id)).toHaveLength(3);
  });

  it("over goods lost on the way gives the loss pool back what it bore", async () => {
    const { order, line_id, token } = await delivered();
    const wrong = { id: line_id, quantity: 1, reason: "missing_item" };
    const claim_id = await operator.claim(order.id, wrong, [out()]);
    await untilEntries(shop.house.database, order.id, 2);
    expect((await cancel("claims", claim_id)).status).toBe(200);
    const [, , undone] = await untilEntries(shop.house.database, order.id, 3);
    expect(undone?.legs).toMatchObject({ loss_pool: 3192, "household:expected": -3192 });
    expect((await creditsOf(guest, order.id, token)).total_net_fen).toBe(3192);
  });

  it("is refused once money of it was given back, and nothing changes", async () => {
    const { order, line_id, payment_id } = await delivered();
    const wrong = { id: line_id, quantity: 1, reason: "production_failure" };
    const claim_id = await operator.claim(order.id, wrong, [out()]);
    await untilEntries(shop.house.database, order.id, 2);
    expect(await operator.refund(payment_id, 10, "quality")).toBe(200);
    await untilEntries(shop.house.database, order.id, 3);
    expect(await cancel("claims", claim_id)).toEqual({ status: 409, code: "cancel_moved_on" });
    expect(await isCancelled("order_claim", claim_id)).toBe(false);
    expect(await entries(order.id)).toHaveLength(3);
  });

  it("is refused once its goods have come back or the new ones are packed", async () => {
    const first = await delivered();
    const wrong = { id: first.line_id, quantity: 1, reason: "production_failure" };
    const return_id = await operator.claim(first.order.id, wrong, [out()], { back: "quality" });
    const claim_id = await idOf("order_claim", first.order.id);
    await operator.receive(return_id, { id: first.line_id, quantity: 1 });
    expect(await cancel("claims", claim_id)).toEqual({ status: 409, code: "cancel_came_back" });
    expect(await isCancelled("order_claim", claim_id)).toBe(false);

    const second = await delivered();
    const again = { ...wrong, id: second.line_id };
    const packed_id = await operator.claim(second.order.id, again, [out()]);
    await operator.reserveSent(packed_id);
    await deliverAll(seller, second.order.id);
    expect(await cancel("claims", packed_id)).toEqual({ status: 409, code: "cancel_sent" });
    expect(await isCancelled("order_claim", packed_id)).toBe(false);
  });
});

describe("an exchange that is cancelled", () => {
  it("before anything came back leaves the income where it was", async () => {
    const { order, line_id, token } = await delivered();
    const back = { id: line_id, quantity: 1 };
    await operator.exchange(order.id, back, out(), "buyer");
    await untilFollowed(shop.house.database, order.id, 1);
    const exchange_id = await idOf("order_exchange", order.id);
    expect((await cancel("exchanges", exchange_id)).status).toBe(200);
    await untilFollowed(shop.house.database, order.id, 2);
    expect((await creditsOf(guest, order.id, token)).total_net_fen).toBe(3192);
    expect(await entries(order.id)).toHaveLength(1);
  });

  it("is refused once its goods have come back, before Medusa changes anything", async () => {
    const { order, line_id } = await delivered();
    const back = { id: line_id, quantity: 1 };
    const return_id = await operator.exchange(order.id, back, {
      id: oranges.variant_id,
      quantity: 1,
    });
    await operator.receive(return_id, back);
    await untilEntries(shop.house.database, order.id, 2);
    const exchange_id = await idOf("order_exchange", order.id);
    expect(await cancel("exchanges", exchange_id)).toEqual({
      status: 409,
      code: "cancel_came_back",
    });
    expect(await isCancelled("order_exchange", exchange_id)).toBe(false);
    expect(await entries(order.id)).toHaveLength(2);
  });
});

describe("a return that is cancelled", () => {
  it("before the parcel came changes no income; afterwards it is refused", async () => {
    const { order, line_id, token } = await delivered();
    const back = { id: line_id, quantity: 1 };
    const first = await operator.askBack(order.id, back);
    expect((await cancel("returns", first)).status).toBe(200);
    expect((await creditsOf(guest, order.id, token)).total_net_fen).toBe(3192);
    const second = await operator.askBack(order.id, back);
    await operator.receive(second, back);
    expect(await cancel("returns", second)).toEqual({ status: 409, code: "cancel_came_back" });
    expect(await isCancelled("return", second)).toBe(false);
    expect(await entries(order.id)).toHaveLength(1);
  });

  it("is refused while an edit of the order is open", async () => {
    const { order, line_id } = await delivered();
    const asked = await operator.askBack(order.id, { id: line_id, quantity: 1 });
    await operator.do("order-edits", { order_id: order.id });
    expect(await cancel("returns", asked)).toEqual({ status: 409, code: "order_change_open" });
    expect((await cancel("returns", "return_nowhere")).status).toBe(404);
  });
});

it("leaves a ledger that verifies, cancellations and all", async () => {
  await expectLedgerOk(shop.house.database);
});
