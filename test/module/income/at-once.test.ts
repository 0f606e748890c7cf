/** A hundred at once: one wins, the others get the same answer or a clear refusal. */
import { z } from "zod";

import { type Desk, capture, openDesk, refund } from "./desk";

let desk: Desk;
let ledger: Desk["ledger"];

beforeAll(async () => {
  desk = await openDesk();
  ledger = desk.ledger;
});

afterAll(() => desk.close());

const at = "2026-11-25T00:00:00Z";
const HUNDRED = Array.from({ length: 100 }, (_, i) => i.toString());

/** The code of each refusal; anything else that was thrown is told as it is. */
function refusals(results: readonly PromiseSettledResult<unknown>[]): string[] {
  const reason = z.object({ code: z.string() });
  return results.flatMap((one) => {
    if (one.status === "fulfilled") return [];
    const known = reason.safeParse(one.reason);
    return [known.success ? known.data.code : String(one.reason)];
  });
}

function stepOf(kind: "accept" | "settle", order_id: string, key = order_id) {
  const [from, to] =
    kind === "accept" ? (["expected", "earned"] as const) : (["earned", "settled"] as const);
  return { at, order_id, cause: "test", facts: {}, key: `${kind}:${key}`, kind, from, to };
}

async function settled(): Promise<{ order_id: string; households: [string, string] }> {
  const { order_id, households } = await desk.sold();
  await ledger.credit(capture(order_id));
  await ledger.move(stepOf("accept", order_id), { order_id });
  await ledger.move(stepOf("settle", order_id), { order_id });
  return { order_id, households };
}

describe("a hundred at once", () => {
  it("captures of the same money credit it once, and all get the same answer", async () => {
    const { order_id } = await desk.sold();
    const posted = await Promise.all(HUNDRED.map(() => ledger.credit(capture(order_id))));
    expect(posted.filter((one) => !one.replayed)).toHaveLength(1);
    expect(new Set(posted.map((one) => one.seq)).size).toBe(1);
    expect((await desk.balances(order_id)).map((row) => row.expected_fen)).toEqual([5195, 3184]);
  });

  it("captures that are two halves of one order are both credited, to the fen", async () => {
    const { order_id } = await desk.sold();
    const half = (n: string) => ({ ...capture(order_id, 5985), id: `capt_${order_id}_${n}` });
    const posted = await Promise.all(
      HUNDRED.map((_, i) => ledger.credit(half((i % 2).toString()))),
    );
    expect(posted.filter((one) => !one.replayed)).toHaveLength(2);
    expect((await desk.balances(order_id)).map((row) => row.expected_fen)).toEqual([5195, 3184]);
  });

  it("refunds of the same payment: one goes through, the others are refused", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    const results = await Promise.allSettled(
      HUNDRED.map((n) => ledger.reverse(refund(order_id, 11_970, n))),
    );
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(new Set(refusals(results))).toEqual(new Set(["over_refund"]));
    expect(await desk.transactions(order_id)).toBe(2);
    expect((await desk.balances(order_id)).map((row) => row.expected_fen)).toEqual([0, 0]);
  });

  it("announcements of one refund reverse it once, and all get the same answer", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    const posted = await Promise.all(HUNDRED.map(() => ledger.reverse(refund(order_id, 3990))));
    expect(posted.filter((one) => !one.replayed)).toHaveLength(1);
    expect(new Set(posted.map((one) => one.seq)).size).toBe(1);
    const reversed = (await desk.balances(order_id)).map((row) => row.reversed_fen);
    expect(reversed.reduce((sum, fen) => sum + fen, 0)).toBe(2793);
  });

  it("settlements of the same line move it once", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    await ledger.move(stepOf("accept", order_id), { order_id });
    const moves = await Promise.all([
      ...HUNDRED.slice(50).map((n) =>
        ledger.move(stepOf("settle", order_id, `${order_id}:${n}`), { order_id }),
      ),
      ...HUNDRED.slice(50).map(() => ledger.settleDue({ now: "2026-12-01T00:00:00Z", batch: 1 })),
    ]);
    expect(moves.reduce((sum, one) => sum + one.moved, 0)).toBe(2);
    expect(moves.reduce((sum, one) => sum + one.amount_fen, 0)).toBe(8379);
  });

  it("vouchers over what one household is owed: one is booked, the others are refused", async () => {
    const { households } = await settled();
    const filter = { household_id: households[0] };
    const results = await Promise.allSettled(
      HUNDRED.map((n) => {
        const key = `pay:${households[0]}:${n}`;
        const head = { at, order_id: null, cause: "voucher", facts: { reference: n }, key };
        return ledger.move({ ...head, kind: "pay", from: "settled", to: "paid" }, filter, 5195);
      }),
    );
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(new Set(refusals(results))).toEqual(new Set(["amount_differs"]));
  });

  it("tellings of one transfer book it once, and all get the same answer, though more is owed", async () => {
    const { order_id } = await settled();
    const items = (await desk.balances(order_id)).map(({ credit_id }) => ({
      credit_id,
      amount_fen: 30,
    }));
    const transfer = { key: `line:${order_id}`, holder: order_id, items, at, facts: {} };
    const posted = await Promise.all(HUNDRED.map(() => ledger.payOut(transfer)));
    expect(posted.filter((one) => !one.replayed)).toHaveLength(1);
    expect(new Set(posted.map((one) => one.seq)).size).toBe(1);
    expect((await desk.balances(order_id)).map((row) => row.paid_fen)).toEqual([30, 30]);
  });

  it("transfers of one name to different credits: one is booked, the others are refused", async () => {
    const { order_id } = await settled();
    const [first, second] = (await desk.balances(order_id)).map((one) => one.credit_id);
    const head = { key: `line:${order_id}`, holder: order_id, at, facts: {} };
    const results = await Promise.allSettled(
      HUNDRED.slice(80).map((_, i) =>
        ledger.payOut({
          ...head,
          items: [{ credit_id: (i % 2 ? first : second) ?? "", amount_fen: 7 }],
        }),
      ),
    );
    expect(new Set(refusals(results))).toEqual(new Set(["ledger_key_reused"]));
    const paid = (await desk.balances(order_id)).map((row) => row.paid_fen);
    expect(paid.reduce((sum, fen) => sum + fen, 0)).toBe(7);
  });

  it("a refund and the walk of its credits, whoever is first, leave no state below zero", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    await Promise.all([
      ledger.move(stepOf("accept", order_id), { order_id }),
      ...HUNDRED.slice(90).map((n) => ledger.reverse(refund(order_id, 300, n))),
      ledger.move(stepOf("settle", order_id), { order_id }),
    ]);
    const rows = await desk.balances(order_id);
    const held = rows.map((r) => r.expected_fen + r.earned_fen + r.settled_fen);
    expect(held).toEqual(rows.map((row) => row.credited_fen - row.reversed_fen));
    expect(rows.reduce((sum, row) => sum + row.reversed_fen, 0)).toBe(2100);
  });
});

describe("settling in batches", () => {
  it("settles what is due, in as many transactions as it takes, and says how far it is", async () => {
    await ledger.settleDue({ now: "2027-01-01T00:00:00Z", batch: 100 });
    const orders = await Promise.all(Array.from({ length: 5 }, () => desk.sold()));
    for (const { order_id } of orders) {
      await ledger.credit(capture(order_id));
      await ledger.move(stepOf("accept", order_id), { order_id });
    }
    const early = await ledger.settleDue({ now: "2026-11-27T23:59:59Z", batch: 100 });
    const told: number[] = [];
    const onProgress = ({ moved }: { moved: number }): void => void told.push(moved);
    const late = await ledger.settleDue({ now: "2026-11-28T00:00:00Z", batch: 4, onProgress });
    const again = await ledger.settleDue({ now: "2026-11-28T00:00:00Z", batch: 4 });
    expect(early.moved).toBe(0);
    expect(late).toEqual({ moved: 10, amount_fen: 5 * 8379, batches: 3 });
    expect(told).toEqual([4, 8, 10]);
    expect(again).toEqual({ moved: 0, amount_fen: 0, batches: 0 });
  });

  it("leaves a credit alone that was refunded before its window was over", async () => {
    const { order_id } = await desk.sold();
    await ledger.credit(capture(order_id));
    await ledger.move(stepOf("accept", order_id), { order_id });
    await ledger.reverse(refund(order_id, 11_970));
    const done = await ledger.settleDue({ now: "2026-11-28T00:00:00Z", batch: 100 });
    expect(done).toEqual({ moved: 0, amount_fen: 0, batches: 0 });
  });
});
