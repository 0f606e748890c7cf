/**
 * Random histories of one order against the pure rules. `YIGOU_PROPERTIES_RUNS` and
 * `YIGOU_PROPERTIES_SEED` make it longer or another (`npm run properties -- --runs N --seed S`).
 */
import fc from "fast-check";
import type { Bearer } from "../../../backend/src/modules/income/types";
import { happening, play, sweep, type Happening } from "./happenings";
import { expectRebuilds, expectTrue } from "./invariants";
import { LedgerInMemory } from "./ledger-in-memory";
import { OrderInMemory } from "./order-in-memory";
import { anySale } from "./sale";

const numRuns = Number(process.env["YIGOU_PROPERTIES_RUNS"] ?? 10_000);
const seed = process.env["YIGOU_PROPERTIES_SEED"];
const settings = { numRuns, ...(seed ? { seed: Number(seed) } : {}) };
const bearer = fc.constantFrom<Bearer["borne_by"]>("loss_pool", "cooperative");

function paidOut(ledger: LedgerInMemory): number {
  return [...ledger.standing.balances.values()].reduce(
    (sum, states) => sum + states.paid + states.confirmed,
    0,
  );
}

/** What a step may not do, told by what it is. */
function expectAllowed(one: Happening, before: number, ledger: LedgerInMemory): void {
  if (one.what !== "move" && one.what !== "walk")
    expect(paidOut(ledger), "money paid to a household").toBe(before);
}

describe("any history of an order", () => {
  it(
    "adds up after every step, survives restarts, and is what a replay of its rows gives",
    () => {
      fc.assert(
        fc.property(
          anySale,
          bearer,
          fc.array(happening, { minLength: 3, maxLength: 16 }),
          (sale, borne_by, happenings) => {
            const order = new OrderInMemory(sale, borne_by);
            const ledger = new LedgerInMemory(sale);
            for (const one of happenings) {
              const before = paidOut(ledger);
              play(order, ledger, one);
              expectAllowed(one, before, ledger);
              expectTrue(ledger);
              expectRebuilds(ledger);
            }
            sweep(order, ledger);
            const rows = ledger.rows.transactions.length;
            sweep(order, ledger);
            expect(ledger.rows.transactions, "a second sweep posts nothing").toHaveLength(rows);
            expectTrue(ledger);
            expectSwept(order, ledger);
            expect(ledger.differences()).toEqual([]);
          },
        ),
        settings,
      );
    },
    24 * 3_600_000,
  );
});

/** After a sweep the ledger has all that was paid and given back, and no money waits for goods that are there. */
function expectSwept(order: OrderInMemory, ledger: LedgerInMemory): void {
  const of = (kind: string) =>
    ledger.rows.transactions
      .filter((one) => one.kind === kind)
      .reduce((sum, one) => sum + one.amount_fen, 0);
  expect(of("capture")).toBe(order.captured_fen);
  expect(of("refund")).toBe(order.refunded_fen);
  const open = ledger.standing.leaves.some((leaf) => leaf.captured_fen < leaf.amount_fen);
  if (open) expect(ledger.standing.unattributed_fen).toBe(0);
}
