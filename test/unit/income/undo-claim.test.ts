/** A claim that was cancelled, to the fen, on the pure rules. */
import type { Fen } from "../../../backend/src/contract/money";
import type { RefundCause } from "../../../backend/src/modules/income/types";
import { sweep } from "./happenings";
import { expectRebuilds, expectTrue } from "./invariants";
import { LedgerInMemory } from "./ledger-in-memory";
import { OrderInMemory } from "./order-in-memory";
import { orangeLine, orangeSale } from "./sale";

function sold(): { order: OrderInMemory; ledger: LedgerInMemory } {
  const sale = orangeSale();
  const order = new OrderInMemory(sale, "loss_pool");
  const ledger = new LedgerInMemory(sale);
  order.pay(sale.total_fen);
  sweep(order, ledger);
  return { order, ledger };
}

/** Two lines of different households, paid for. */
function soldTwice(): { order: OrderInMemory; ledger: LedgerInMemory } {
  const first = orangeLine();
  const contributors = (first.terms?.contributors ?? []).map((one) => ({
    ...one,
    household_id: `other_${one.household_id}`,
    alias: `other ${one.alias}`,
  }));
  const terms = first.terms && { ...first.terms, contributors };
  const second = orangeLine({ order_line_id: "other", weight_micro: 61_230_000, terms });
  const sale = { ...orangeSale(), lines: [first, second] };
  const total_fen = Math.round((first.weight_micro + second.weight_micro) / 10_000);
  const order = new OrderInMemory({ ...sale, total_fen, shipping_micro: 0 }, "loss_pool");
  const ledger = new LedgerInMemory(order.sale);
  order.pay(total_fen);
  sweep(order, ledger);
  return { order, ledger };
}

/** What is left on each leaf of the goods that were sold. */
function standingOf(ledger: LedgerInMemory): Record<string, Fen> {
  return Object.fromEntries(
    ledger.standing.leaves
      .filter((leaf) => !leaf.id.startsWith("sent"))
      .flatMap((leaf) => [
        [`${leaf.id} captured`, leaf.captured_fen],
        [`${leaf.id} reversed`, leaf.reversed_fen],
      ]),
  );
}

/** What each account holds, in which state does not matter. */
function accounts(ledger: LedgerInMemory): Record<string, Fen> {
  const all: Record<string, Fen> = {};
  for (const { account_id, amount_fen } of ledger.rows.transactions.flatMap((t) => t.postings)) {
    const [kind = "", owner = ""] = account_id.split(":");
    const key = `${kind}:${owner}`;
    all[key] = (all[key] ?? 0) + amount_fen;
  }
  return Object.fromEntries(Object.entries(all).filter(([, fen]) => fen !== 0));
}

const causes: RefundCause[] = ["quality", "freight", "platform", "buyer", "fraud"];

describe("a cancelled claim", () => {
  it.each(causes)("over %s leaves every account as if it had never been made", (cause) => {
    const { order, ledger } = sold();
    const before = accounts(ledger);
    order.claim(0, 2, 4321, cause);
    sweep(order, ledger);
    expect(ledger.rows.transactions.at(-1)).toMatchObject({ kind: "claim", cause });
    order.cancelClaim(0);
    sweep(order, ledger);
    expect(ledger.rows.transactions.at(-1)).toMatchObject({ kind: "claim", cause: "cancelled" });
    expect(accounts(ledger)).toEqual(before);
    expectTrue(ledger);
    expect(ledger.differences()).toEqual([]);
  });

  it("that the ledger heard of late is followed once, and the money can be refunded whole", () => {
    const { order, ledger } = sold();
    order.claim(0, 1, 0, "quality");
    order.cancelClaim(0);
    sweep(order, ledger);
    sweep(order, ledger);
    expect(ledger.rows.transactions.map((one) => one.cause)).toEqual([
      "payment",
      "quality",
      "cancelled",
    ]);
    order.giveBack(order.captured_fen, "quality");
    sweep(order, ledger);
    expect(accounts(ledger)).toEqual({});
    expect(ledger.differences()).toEqual([]);
  });

  it("takes nothing back that a household was paid meanwhile: its bearer bears it", () => {
    const { order, ledger } = sold();
    order.claim(0, 1, 4000, "quality");
    sweep(order, ledger);
    for (const [kind, from, to] of [
      ["accept", "expected", "earned"],
      ["settle", "earned", "settled"],
      ["pay", "settled", "paid"],
    ] as const)
      ledger.move(kind, [from, to], (_, held) => held);
    const paid = [...ledger.standing.balances.values()].reduce((sum, one) => sum + one.paid, 0);
    order.cancelClaim(0);
    sweep(order, ledger);
    const after = [...ledger.standing.balances.values()].reduce((sum, one) => sum + one.paid, 0);
    expect(after).toBe(paid);
    expect(accounts(ledger)["loss_pool:"]).toBeLessThan(0);
    expectTrue(ledger);
    expect(ledger.differences()).toEqual([]);
  });

  it.each(causes.flatMap((claim) => causes.map((refund) => [claim, refund] as const)))(
    "over %s leaves a part refund for %s where the claim pointed, whichever the ledger hears of first",
    (claim, refund) => {
      const ends = [true, false].map((refundFirst) => {
        const { order, ledger } = soldTwice();
        order.claim(0, 2, 0, claim);
        sweep(order, ledger);
        order.giveBack(1001, refund);
        // The refund is heard of while the claim still stands, or only after it was cancelled.
        if (refundFirst) sweep(order, ledger);
        order.cancelClaim(0);
        sweep(order, ledger);
        sweep(order, ledger);
        expectTrue(ledger);
        expectRebuilds(ledger);
        expect(ledger.differences()).toEqual([]);
        expect(ledger.standing.unattributed_fen).toBe(0);
        return { ...standingOf(ledger), ...accounts(ledger) };
      });
      const [first = {}, second = {}] = ends;
      expect(Object.keys(first).sort()).toEqual(Object.keys(second).sort());
      // Largest remainders of other parts may fall elsewhere, by a fen for each part.
      for (const [id, fen] of Object.entries(first))
        expect(Math.abs(fen - (second[id] ?? 0)), id).toBeLessThanOrEqual(3);
    },
  );

  it("lays a refund anew only as far as it lay on the goods that are not sent", () => {
    const { order, ledger } = soldTwice();
    order.claim(0, 3, 0, "freight");
    sweep(order, ledger);
    order.giveBack(700, "buyer");
    sweep(order, ledger);
    const others = Object.entries(standingOf(ledger)).filter(([id]) => id.startsWith("other"));
    order.cancelClaim(0);
    sweep(order, ledger);
    const [, , , undone, laid] = ledger.rows.transactions;
    expect(undone).toMatchObject({ kind: "claim", cause: "cancelled" });
    expect(laid).toMatchObject({ kind: "amend", cause: "buyer" });
    expect(standingOf(ledger)).toMatchObject(Object.fromEntries(others));
    // The claim was the carrier's fault, the refund the buyer's wish: the pool bears nothing in the end.
    expect(accounts(ledger)["loss_pool:"]).toBeUndefined();
  });

  it("followed before refunds were laid anew is replayed as it was posted then", () => {
    const { order, ledger } = soldTwice();
    order.claim(0, 3, 0, "freight");
    sweep(order, ledger);
    order.giveBack(700, "buyer");
    sweep(order, ledger);
    order.cancelClaim(0);
    const told = order.changes.at(-1);
    if (told) ledger.amend({ ...order.change(told, []), moves_refunds: false });
    expect(ledger.rows.transactions.map((one) => one.kind)).toEqual([
      "capture",
      "claim",
      "refund",
      "claim",
    ]);
    expect(ledger.differences()).toEqual([]);
  });

  it("whose legs were not posted as the claim's own is found by the replay", () => {
    const { order, ledger } = sold();
    order.claim(0, 1, 0, "quality");
    order.cancelClaim(0);
    sweep(order, ledger);
    const last = ledger.rows.transactions.at(-1);
    const legs = last?.postings.map((leg, i) => ({
      ...leg,
      amount_fen: leg.amount_fen + (i === 0 ? 1 : i === 1 ? -1 : 0),
    }));
    if (last && legs) last.postings = legs;
    expect(ledger.differences()).not.toEqual([]);
  });
});
