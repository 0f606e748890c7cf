/** A claim that was cancelled, to the fen, on the pure rules. */
import type { Fen } from "../../../backend/src/contract/money";
import type { RefundCause } from "../../../backend/src/modules/income/types";
import { sweep } from "./happenings";
import { expectTrue } from "./invariants";
import { LedgerInMemory } from "./ledger-in-memory";
import { OrderInMemory } from "./order-in-memory";
import { orangeSale } from "./sale";

function sold(): { order: OrderInMemory; ledger: LedgerInMemory } {
  const sale = orangeSale();
  const order = new OrderInMemory(sale, "loss_pool");
  const ledger = new LedgerInMemory(sale);
  order.pay(sale.total_fen);
  sweep(order, ledger);
  return { order, ledger };
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
