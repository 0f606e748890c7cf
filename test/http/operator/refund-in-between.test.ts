/** A part refund in the same moment as the cancellation of a claim: before it, within it, and before the ledger hears. */
import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { z } from "zod";

import { withClient } from "../../../backend/local/database";
import { signatureOf } from "../../fault/events";
import { checkoutOf } from "../../lists/checkouts";
import { expectLedgerOk, look } from "../ledger";
import {
  type Bought,
  buy,
  listGoods,
  type Listed,
  openShop,
  type Shop,
  until,
  untilCredited,
} from "../shop";
import type { Visitor } from "../visitor";
import { deliverAll, Operator } from "./deeds";
import { entriesOf, untilEntries, withoutGoods } from "./entries";

let shop: Shop;
let guest: Visitor;
let seller: Visitor;
let operator: Operator;
let oranges: Listed;
let honey: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  seller = await shop.visitor("cooperative");
  operator = new Operator(await shop.visitor("operator"), shop.house.database);
  oranges = await listGoods(seller, { price_fen: 3990, stock: 500 });
  honey = await listGoods(seller, { price_fen: 5210, stock: 500 });
});
afterAll(() => shop.close());

type Claimed = Bought & { line_id: string; payment_id: string; claim_id: string };

/** Oranges and honey were bought and delivered; the oranges are claimed, and others are to be sent. */
async function claimed(reason: string): Promise<Claimed> {
  const items = [oranges, honey].map(({ variant_id }) => ({ variant_id, quantity: 1 }));
  const one = await buy(guest, { ...checkoutOf(oranges.variant_id), items });
  await untilCredited(guest, one.order.id, one.token);
  const [payment_id = ""] = await operator.payments(one.order.id);
  await deliverAll(seller, one.order.id);
  const bought = one.order.lines.find((line) => line.variant_id === oranges.variant_id);
  const line_id = bought?.id ?? "";
  const wrong = { id: line_id, quantity: 1, reason };
  const out = { id: oranges.variant_id, quantity: 1, unit_price: 0 };
  const claim_id = await operator.claim(one.order.id, wrong, [out]);
  await untilEntries(shop.house.database, one.order.id, 2);
  return { ...one, line_id, payment_id, claim_id };
}

const cancel = (id: string) => operator.visitor.post(`/admin/claims/${id}/cancel`, {});

/** The payment house gives money back by itself, and says so. */
async function houseRefunds(payment_id: string, amount_fen: number): Promise<void> {
  const row = z.object({ id: z.string() });
  const sql = "select payment_session_id as id from payment where id = $1";
  const [session] = await look(shop.house.database, row, sql, [payment_id]);
  const named = { event_id: `evt_${randomUUID()}`, refund_id: `ref_${randomUUID()}` };
  const word = {
    ...named,
    type: "payment.refunded",
    session_id: session?.id ?? "",
    amount_fen,
  };
  const headers = { "x-yigou-signature": signatureOf({ word, kind: "good" }) };
  const { status } = await guest.post("/hooks/payment/sandbox_local", word, { headers });
  expect(status).toBe(200);
}

const leafRow = z.object({ line: z.string(), left: z.coerce.number() });

/** What is left of each of an order's lines. */
async function leftOf(order_id: string): Promise<Record<string, number>> {
  const sql = `select split_part(leaf_id, ':', 1) as line, sum(captured_fen - reversed_fen) as left
    from leaf_standing($1) group by 1`;
  const rows = await look(shop.house.database, leafRow, sql, [order_id]);
  return Object.fromEntries(rows.map((row) => [row.line, row.left]));
}

/** Runs beside a connection that holds something; it is let go of afterwards. */
async function holding(sql: string, values: string[], work: (client: Client) => Promise<void>) {
  await withClient(shop.house.database.superuserUrl, async (client) => {
    await client.query("begin");
    await client.query(sql, values);
    try {
      await work(client);
    } finally {
      await client.query("rollback");
    }
  });
}

const waiting = async (): Promise<number> => {
  const sql =
    "select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  const [row] = await look(shop.house.database, z.object({ n: z.coerce.number() }), sql);
  return row?.n ?? 0;
};

/** The oranges' line as it stands when nothing of the claim is left, and the line that was to be sent. */
async function expectAsIfCancelledFirst(one: Claimed, refunded_fen: number): Promise<void> {
  const left = await leftOf(one.order.id);
  const sold = one.order.lines.map((line) => line.id);
  const all = sold.reduce((sum, id) => sum + (left[id] ?? 0), 0);
  expect(all).toBe(3990 + 5210 - refunded_fen);
  const sent = Object.entries(left).filter(([line]) => !sold.includes(line));
  expect(sent.map(([, fen]) => fen)).toEqual(sent.map(() => 0));
  // An amount without goods falls on both lines by what they were sold for.
  const share = (refunded_fen * 3990) / 9200;
  expect(Math.abs((left[one.line_id] ?? 0) - (3990 - share))).toBeLessThan(5);
  expect(await withoutGoods(shop.house.database, one.order.id)).toBe(0);
}

it("a refund of before the cancellation is in the ledger before anything is cancelled", async () => {
  const one = await claimed("production_failure");
  let answer: ReturnType<typeof cancel> | undefined;
  // Nothing can be posted meanwhile, as if the event were lost.
  await holding("lock table ledger_transaction in share mode", [], async () => {
    expect(await operator.refund(one.payment_id, 10, "quality")).toBe(200);
    answer = cancel(one.claim_id);
    await Promise.race([answer, until(waiting, (n) => n >= 2)]);
    expect(await entriesOf(shop.house.database, one.order.id)).toHaveLength(2);
  });
  expect(await answer).toMatchObject({ status: 409 });
  expect((await answer)?.text).toContain("cancel_moved_on");
  const entries = await untilEntries(shop.house.database, one.order.id, 3);
  expect(entries.map((entry) => entry.kind)).toEqual(["capture", "claim", "refund"]);
  const sql = "select canceled_at is null as stands from order_claim where id = $1";
  const row = z.object({ stands: z.boolean() });
  expect(await look(shop.house.database, row, sql, [one.claim_id])).toEqual([{ stands: true }]);
});

it("a refund of after it, before the ledger hears of either, falls on the goods that were sold", async () => {
  const one = await claimed("missing_item");
  const lock = "select pg_advisory_xact_lock(hashtextextended('ledger:' || $1, 7))";
  await holding(lock, [one.order.id], async () => {
    expect((await cancel(one.claim_id)).status).toBe(200);
    expect(await operator.refund(one.payment_id, 10)).toBe(200);
    expect(await entriesOf(shop.house.database, one.order.id)).toHaveLength(2);
  });
  const entries = await untilEntries(shop.house.database, one.order.id, 4);
  expect(entries.map((entry) => entry.cause)).toEqual([
    ...["payment", "freight", "cancelled", "buyer"],
  ]);
  await expectAsIfCancelledFirst(one, 1000);
});

it.each(["missing_item", "production_failure"])(
  "a refund that the ledger posts while the claim (%s) is just being cancelled is laid on what it named",
  async (reason) => {
    const one = await claimed(reason);
    const before = await leftOf(one.order.id);
    let answer: ReturnType<typeof cancel> | undefined;
    await holding(
      "select id from order_claim where id = $1 for update",
      [one.claim_id],
      async () => {
        answer = cancel(one.claim_id);
        await until(waiting, (n) => n >= 1);
        await houseRefunds(one.payment_id, 1000);
        await untilEntries(shop.house.database, one.order.id, 3);
        // It fell on the goods that were to be sent, and on the honey.
        expect((await leftOf(one.order.id))[one.line_id]).toBe(before[one.line_id]);
      },
    );
    expect((await answer)?.status).toBe(200);
    const entries = await untilEntries(shop.house.database, one.order.id, 5);
    expect(entries.slice(2)).toMatchObject([
      { kind: "refund", cause: "buyer" },
      { kind: "claim", cause: "cancelled", reverses: "claim" },
      { kind: "amend", cause: "buyer", reverses: "refund" },
    ]);
    await expectAsIfCancelledFirst(one, 1000);
    const pool = entries.reduce((sum, entry) => sum + (entry.legs["loss_pool"] ?? 0), 0);
    expect(pool).toBe(0);
  },
);

it("leaves a ledger that verifies, whatever came between", async () => {
  await expectLedgerOk(shop.house.database);
});
