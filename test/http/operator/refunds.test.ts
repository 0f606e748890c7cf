/** The operator gives money back in Medusa's own admin: the households' income falls with it, once. */
import { z } from "zod";

import { checkoutReplySchema, cooperativeOrderReplySchema } from "@yigou/backend/contract";

import { checkoutOf } from "../../lists/checkouts";
import { expectLedgerOk, look } from "../ledger";
import {
  buy,
  type Bought,
  buyOne,
  type Credits,
  creditsOf,
  type Listed,
  listGoods,
  openShop,
  type Shop,
  sumOf,
  until,
  untilCredited,
} from "../shop";
import { replyOf, type Visitor } from "../visitor";
import { entriesOf } from "./entries";

let shop: Shop;
let guest: Visitor;
let operator: Visitor;
let seller: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  operator = await shop.visitor("operator");
  seller = await shop.visitor("cooperative");
  goods = await listGoods(seller, { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

async function paymentOf(order_id: string): Promise<string> {
  const schema = z.object({
    order: z.object({
      payment_collections: z.array(z.object({ payments: z.array(z.object({ id: z.string() })) })),
    }),
  });
  const path = `/admin/orders/${order_id}?fields=id,*payment_collections.payments`;
  const { order } = replyOf(await operator.get(path), schema);
  return order.payment_collections[0]?.payments[0]?.id ?? "";
}

async function refund(order_id: string, amount?: number): Promise<number> {
  const payment = await paymentOf(order_id);
  const body = amount === undefined ? {} : { amount };
  return (await operator.post(`/admin/payments/${payment}/refund`, body)).status;
}

const reversedOf = ({ credits }: Credits): number => sumOf(credits, (one) => one.reversed_fen);

async function untilReversed({ order, token }: Bought, at_least: number): Promise<Credits> {
  return until(
    () => creditsOf(guest, order.id, token),
    (credits) => reversedOf(credits) >= at_least,
  );
}

describe("a refund without line items", () => {
  it("of all takes all income back", async () => {
    const bought = await buyOne(guest, goods.variant_id, 2);
    const before = await untilCredited(guest, bought.order.id, bought.token);
    expect(await refund(bought.order.id)).toBe(200);
    const after = await untilReversed(bought, before.total_net_fen);
    expect(reversedOf(after)).toBe(before.total_net_fen);
    expect(after.total_net_fen).toBe(0);
  });

  it("of a part takes the same part of every credit, to the fen", async () => {
    const bought = await buyOne(guest, goods.variant_id, 1);
    const before = await untilCredited(guest, bought.order.id, bought.token);
    expect(await refund(bought.order.id, 13.3)).toBe(200);
    const after = await untilReversed(bought, 1);
    const due = (before.total_net_fen * 1330) / 3990;
    expect(Math.abs(reversedOf(after) - due)).toBeLessThanOrEqual(after.credits.length);
    expect(after.total_net_fen).toBe(before.total_net_fen - reversedOf(after));
  });

  it("in three parts ends exactly where one refund of all would", async () => {
    const bought = await buyOne(guest, goods.variant_id, 1);
    const before = await untilCredited(guest, bought.order.id, bought.token);
    for (const amount of [0.01, 13.31, 26.58])
      expect(await refund(bought.order.id, amount)).toBe(200);
    const after = await untilReversed(bought, before.total_net_fen);
    expect(after.total_net_fen).toBe(0);
    for (const credit of after.credits) expect(credit.reversed_fen).toBe(credit.net_fen);
  });

  it("of more than was paid is refused and changes nothing", async () => {
    const bought = await buyOne(guest, goods.variant_id, 1);
    const before = await untilCredited(guest, bought.order.id, bought.token);
    expect(await refund(bought.order.id, 39.91)).toBeGreaterThanOrEqual(400);
    expect(await refund(bought.order.id, -1)).toBeGreaterThanOrEqual(400);
    const after = await creditsOf(guest, bought.order.id, bought.token);
    expect(after).toEqual(before);
  });

  it("asked for twice at once never gives back more than was paid", async () => {
    const bought = await buyOne(guest, goods.variant_id, 1);
    await untilCredited(guest, bought.order.id, bought.token);
    await Promise.all([refund(bought.order.id, 39.9), refund(bought.order.id, 39.9)]);
    const sql = `select coalesce(sum(r.amount), 0) as given from refund r join payment p on p.id = r.payment_id
      where p.id = $1 and r.deleted_at is null`;
    const row = z.object({ given: z.coerce.number() });
    const payment = await paymentOf(bought.order.id);
    const [found] = await look(shop.house.database, row, sql, [payment]);
    expect(found?.given).toBeLessThanOrEqual(39.9);
  });
});

describe("a refund with line items", () => {
  const change = z.object({ return: z.object({ id: z.string() }) });
  const received = z.object({ order_preview: z.unknown() });

  async function shipAll(order_id: string): Promise<void> {
    const body = { carrier: "中国邮政", tracking_number: "YZ100000002" };
    const path = `/cooperative/orders/${order_id}`;
    replyOf(await seller.post(`${path}/ship`, body), cooperativeOrderReplySchema);
    replyOf(await seller.post(`${path}/deliver`), cooperativeOrderReplySchema);
  }

  /** The steps of Medusa's dashboard: ask for a return, receive it, then pay it back. */
  async function takeBack(order_id: string, item: { id: string; quantity: number }): Promise<void> {
    const places = z.object({ stock_locations: z.array(z.object({ id: z.string() })).min(1) });
    const { stock_locations } = replyOf(await operator.get("/admin/stock-locations"), places);
    const asked = { order_id, location_id: stock_locations[0]?.id };
    const { return: made } = replyOf(await operator.post("/admin/returns", asked), change);
    const path = `/admin/returns/${made.id}`;
    const items = { items: [item] };
    replyOf(await operator.post(`${path}/request-items`, items), z.unknown());
    replyOf(await operator.post(`${path}/request`, { no_notification: true }), z.unknown());
    replyOf(await operator.post(`${path}/receive`, {}), z.unknown());
    replyOf(await operator.post(`${path}/receive-items`, items), received);
    replyOf(await operator.post(`${path}/receive/confirm`, {}), z.unknown());
  }

  it("reverses the income of those lines only, also after it was earned", async () => {
    const second = await listGoods(seller, { price_fen: 2000, stock: 50 });
    const body = checkoutOf(goods.variant_id);
    const lines = [
      { variant_id: goods.variant_id, quantity: 1 },
      { variant_id: second.variant_id, quantity: 2 },
    ];
    const bought = await buy(guest, { ...body, items: lines });
    await untilCredited(guest, bought.order.id, bought.token);
    await shipAll(bought.order.id);
    const earned = await until(
      () => creditsOf(guest, bought.order.id, bought.token),
      ({ credits }) => credits.every((credit) => credit.state === "earned"),
    );
    const returned = bought.order.lines.find((line) => line.variant_id === second.variant_id);
    const line_id = returned?.id ?? "";
    await takeBack(bought.order.id, { id: line_id, quantity: 2 });
    expect(await refund(bought.order.id, 40)).toBe(200);
    const after = await untilReversed(bought, 1);
    for (const credit of after.credits) {
      const all = credit.order_line_id === line_id ? credit.net_fen : 0;
      expect(credit.reversed_fen).toBe(all);
    }
    const kept = earned.credits.filter((credit) => credit.order_line_id !== line_id);
    expect(after.total_net_fen).toBe(sumOf(kept, (credit) => credit.net_fen));
  });
});

describe("a canceled order", () => {
  it("that was paid is given back once, and its credits fall to nothing", async () => {
    const bought = await buyOne(guest, goods.variant_id, 1);
    const before = await untilCredited(guest, bought.order.id, bought.token);
    const answer = await operator.post(`/admin/orders/${bought.order.id}/cancel`);
    expect(answer.status, answer.text.slice(0, 300)).toBe(200);
    const after = await untilReversed(bought, before.total_net_fen);
    expect(after.total_net_fen).toBe(0);
    const path = `/store/orders/${bought.order.id}/summary`;
    const sent = { headers: { "x-order-token": bought.token ?? "" } };
    const { order } = replyOf(await guest.get(path, sent), checkoutReplySchema);
    expect(order.payment_state).toMatch(/^(refunded|canceled)$/);
  });
});

describe("an order cancelled before its money came", () => {
  it("never touches the ledger", async () => {
    const body = { ...checkoutOf(goods.variant_id), payment_provider_id: "pp_bank_transfer" };
    const { order, token } = await buy(guest, { ...body, payment_data: {} });
    replyOf(await operator.post(`/admin/orders/${order.id}/cancel`), z.unknown());
    expect(await entriesOf(shop.house.database, order.id)).toEqual([]);
    expect((await creditsOf(guest, order.id, token)).credits).toEqual([]);
  });
});

it("leaves a ledger that verifies", async () => {
  const verdict = await expectLedgerOk(shop.house.database);
  expect(verdict.refunded_fen).toBeGreaterThan(0);
});
