/** Refunds of every kind and cause at every stage of a credit, and who bears them: by leg, in the ledger itself. */
import { z } from "zod";

import { orderCreditsReplySchema } from "@yigou/backend/contract";

import { expectLedgerOk, look } from "../ledger";
import { buyOne, creditsOf, listGoods, type Listed, openShop, type Shop } from "../shop";
import { until, untilCredited } from "../shop";
import type { Visitor } from "../visitor";
import { deliverAll, Operator } from "./deeds";
import { entriesOf, untilEntries } from "./entries";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let operator: Operator;
/** 39.90: 31.92 to two households, 3.99 service, 2.00 packing, 1.99 freight. */
let oranges: Listed;

const stages = ["expected", "earned", "settled", "paid", "confirmed"] as const;
type Stage = (typeof stages)[number];
type Credits = z.output<typeof orderCreditsReplySchema>;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  operator = new Operator(await shop.visitor("operator"), shop.house.database);
  oranges = await listGoods(seller, { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

/** Moves an order's credits on by the ledger's own function; the shop's ways there have tests of their own. */
async function move(order_id: string, kind: string, from: Stage, to: Stage): Promise<void> {
  const document = {
    key: `${kind}:test:${order_id}`,
    hash: "h",
    kind,
    from,
    to,
    order_id: null,
    cause: "test",
    facts: {},
    occurred_at: new Date().toISOString(),
    filter: { order_id },
  };
  const sql = "select ledger_move($1::jsonb) as moved";
  await look(shop.house.database, z.unknown(), sql, [JSON.stringify(document)]);
}

/** An order whose credits have come as far as `stage`. */
async function orderAt(stage: Stage, quantity = 1) {
  const { order, token } = await buyOne(guest, oranges.variant_id, quantity);
  await untilCredited(guest, order.id, token);
  const [payment_id = ""] = await operator.payments(order.id);
  const steps = [
    () => deliverAll(seller, order.id),
    () => move(order.id, "settle", "earned", "settled"),
    () => move(order.id, "pay", "settled", "paid"),
    () => move(order.id, "confirm", "paid", "confirmed"),
  ];
  for (const step of steps.slice(0, stages.indexOf(stage))) await step();
  const read = (): Promise<Credits> => creditsOf(guest, order.id, token);
  await until(read, ({ credits }) => credits.every((credit) => credit.state === stage));
  return { order_id: order.id, line_id: order.lines[0]?.id ?? "", payment_id, read };
}

async function lastLegs(order_id: string, count: number) {
  const entries = await untilEntries(shop.house.database, order_id, count);
  return entries[count - 1];
}

const fees = { buyers: 3990, service: -399, packing: -200, freight: -199 };

describe("a refund of all, without a word", () => {
  it.each(["expected", "earned", "settled"] as const)(
    "takes what is %s back from the households",
    async (stage) => {
      const { order_id, payment_id, read } = await orderAt(stage);
      expect(await operator.refund(payment_id, 39.9)).toBe(200);
      expect(await lastLegs(order_id, 2)).toEqual({
        kind: "refund",
        cause: "buyer",
        reverses: "capture",
        legs: { ...fees, [`household:${stage}`]: -3192 },
      });
      const { total_net_fen, credits } = await read();
      expect(total_net_fen).toBe(0);
      expect(credits.flatMap((one) => one.reversals.map((back) => back.borne_by))).toEqual([
        "household",
        "household",
      ]);
    },
  );

  it.each(["paid", "confirmed"] as const)(
    "never takes back what was %s: the loss pool bears it by the rule of the place",
    async (stage) => {
      const { order_id, payment_id, read } = await orderAt(stage);
      expect(await operator.refund(payment_id, 39.9)).toBe(200);
      const refund = await lastLegs(order_id, 2);
      expect(refund).toMatchObject({ cause: "buyer", legs: { ...fees, loss_pool: -3192 } });
      const { total_net_fen, credits } = await read();
      expect(total_net_fen).toBe(3192);
      expect(credits[0]?.reversals[0]).toMatchObject({ cause: "buyer", borne_by: "loss_pool" });
    },
  );
});

describe("a refund after the payout", () => {
  it.each(["quality", "fraud"] as const)(
    "for %s is the cooperative's by the rule of the place, and says which rule",
    async (cause) => {
      const { order_id, payment_id, read } = await orderAt("paid");
      expect(await operator.refund(payment_id, 39.9, cause)).toBe(200);
      const refund = await lastLegs(order_id, 2);
      expect(refund).toMatchObject({ cause, reverses: "capture", legs: { ...fees, borne: -3192 } });
      expect((await read()).credits[0]?.reversals[0]?.borne_by).toBe("cooperative");
      const facts = z.object({ borne_by: z.string(), pack: z.string(), account: z.string() });
      const [named] = await look(
        shop.house.database,
        facts,
        `select t.facts->'bearers'->0->>'borne_by' as borne_by, r.id as pack,
            (select max(account_id) from ledger_posting p where p.transaction_seq = t.seq and account_id like 'borne:%') as account
           from ledger_transaction t join rule_pack r on r.id = t.facts->'bearers'->0->>'rule_pack_id'
          where t.order_id = $1 and t.kind = 'refund'`,
        [order_id],
      );
      expect(named).toMatchObject({ borne_by: "cooperative" });
      expect(named?.account).toMatch(/^borne:coop/);
    },
  );

  it.each(["freight", "platform"] as const)("for %s is the loss pool's, always", async (cause) => {
    const { order_id, payment_id } = await orderAt("paid");
    expect(await operator.refund(payment_id, 39.9, cause)).toBe(200);
    expect(await lastLegs(order_id, 2)).toMatchObject({
      cause,
      legs: { ...fees, loss_pool: -3192 },
    });
  });

  it("leaves alone what a bank order is carrying to a household", async () => {
    const { order_id, payment_id, read } = await orderAt("settled");
    const sql = `select ledger_hold(jsonb_agg(jsonb_build_object('credit_id', credit_id, 'amount_fen', settled_fen,
        'holder', 'test'))) from (select * from credit_balance where order_id = $1 order by credit_id limit 1) b`;
    await look(shop.house.database, z.unknown(), sql, [order_id]);
    expect(await operator.refund(payment_id, 39.9)).toBe(200);
    const legs = { ...fees, "household:settled": -1596, loss_pool: -1596 };
    expect(await lastLegs(order_id, 2)).toMatchObject({ legs });
    expect((await read()).total_net_fen).toBe(1596);
  });
});

describe("a refund before the payout", () => {
  it.each(["freight", "platform"] as const)(
    "that %s has caused leaves the households what they have",
    async (cause) => {
      const { order_id, payment_id, read } = await orderAt("earned");
      expect(await operator.refund(payment_id, 20, cause)).toBe(200);
      const refund = await lastLegs(order_id, 2);
      expect(refund).toMatchObject({ cause, legs: { buyers: 2000, loss_pool: -1600 } });
      expect((await read()).total_net_fen).toBe(3192);
    },
  );
});

describe("several refunds of one payment", () => {
  it("with and without goods, of different causes, end where nothing is left", async () => {
    const { order_id, line_id, payment_id } = await orderAt("earned", 3);
    const back = { id: line_id, quantity: 1 };
    await operator.receive(await operator.askBack(order_id, back), back);
    expect(await operator.refund(payment_id, 39.9, "quality")).toBe(200);
    await untilEntries(shop.house.database, order_id, 2);
    expect(await operator.refund(payment_id, 13.37, "freight")).toBe(200);
    await untilEntries(shop.house.database, order_id, 3);
    expect(await operator.refund(payment_id, 66.43)).toBe(200);
    const entries = await untilEntries(shop.house.database, order_id, 4);
    const sum = (account: string) =>
      entries.reduce((all, { legs }) => all + (legs[account] ?? 0), 0);
    expect(sum("buyers")).toBe(0);
    for (const account of ["service", "packing", "freight"]) expect(sum(account)).toBe(0);
    expect(entries.map(({ cause }) => cause)).toEqual(["payment", "quality", "freight", "buyer"]);
  });

  it("of more than is left are refused and change nothing", async () => {
    const { order_id, payment_id } = await orderAt("earned");
    expect(await operator.refund(payment_id, 39.89)).toBe(200);
    await untilEntries(shop.house.database, order_id, 2);
    expect(await operator.refund(payment_id, 0.02)).toBeGreaterThanOrEqual(400);
    expect(await entriesOf(shop.house.database, order_id)).toHaveLength(2);
    expect(await operator.refund(payment_id, 0.01)).toBe(200);
    await untilEntries(shop.house.database, order_id, 3);
  });
});

it("leaves a ledger that verifies", async () => {
  await expectLedgerOk(shop.house.database);
});
