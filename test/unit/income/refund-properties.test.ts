/** Promises of single refunds, told without the rules: shares by size, nothing left, nobody else's money. */
import fc from "fast-check";
import { refundCauses, type Bearer } from "../../../backend/src/modules/income/types";
import { LedgerInMemory } from "./ledger-in-memory";
import { OrderInMemory } from "./order-in-memory";
import { anySale } from "./sale";

const stages = ["expected", "earned", "settled", "paid", "confirmed"] as const;
const kinds = ["accept", "settle", "pay", "confirm"] as const;

/** A sale that is paid as a whole, its credits at one stage. */
function paidSale(sale: Parameters<typeof make>[0], stage: number) {
  const made = make(sale);
  made.order.pay(sale.total_fen);
  made.ledger.capture("c", sale.total_fen);
  for (const [i, kind] of kinds.slice(0, stage).entries())
    made.ledger.move(kind, [stages[i] ?? "expected", stages[i + 1] ?? "earned"], (_, held) => held);
  return made;
}

function make(
  sale: ConstructorParameters<typeof LedgerInMemory>[0],
  by: Bearer["borne_by"] = "cooperative",
) {
  return { ledger: new LedgerInMemory(sale), order: new OrderInMemory(sale, by) };
}

const held = (ledger: LedgerInMemory, prefix: string): number =>
  ledger.rows.transactions
    .flatMap((one) => one.postings)
    .filter((leg) => leg.account_id.startsWith(prefix))
    .reduce((sum, leg) => sum + leg.amount_fen, 0);

const cause = fc.constantFrom(...refundCauses);
const sold = anySale.filter((sale) => sale.total_fen > 0);

describe("one refund of a paid order", () => {
  it("takes from each part by its size, to the fen", () => {
    fc.assert(
      fc.property(sold, cause, fc.double({ min: 0, max: 1, noNaN: true }), (sale, why, share) => {
        const { ledger, order } = paidSale(sale, 0);
        const amount_fen = Math.max(1, Math.floor(sale.total_fen * share));
        expect(ledger.refund(order.refund({ id: "r", amount_fen, cause: why }, []))).toBe(true);
        for (const leaf of ledger.standing.leaves) {
          const exact = (leaf.amount_fen * amount_fen) / sale.total_fen;
          expect(Math.abs(leaf.reversed_fen - exact), leaf.id).toBeLessThan(1 + 1e-6);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("of everything leaves nothing that was not paid out, and never touches what was", () => {
    fc.assert(
      fc.property(
        sold,
        fc.nat(4),
        fc.constantFrom("buyer", "quality", "fraud"),
        (sale, stage, why) => {
          const { ledger, order } = paidSale(sale, stage);
          const before = held(ledger, "household:");
          const amount_fen = sale.total_fen;
          ledger.refund(order.refund({ id: "r", amount_fen, cause: why }, []));
          const isOut = stage >= 3;
          expect(held(ledger, "household:")).toBe(isOut ? before : 0);
          expect(held(ledger, "borne:") + (isOut ? before : 0)).toBe(0);
          for (const part of ["service:", "packing:", "freight:", "platform:", "shipping:"])
            expect(held(ledger, part), part).toBe(0);
          expect(held(ledger, "loss_pool")).toBe(0);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("that freight or the platform caused takes no fen from any household", () => {
    fc.assert(
      fc.property(sold, fc.nat(4), fc.constantFrom("freight", "platform"), (sale, stage, why) => {
        const { ledger, order } = paidSale(sale, stage);
        const before = held(ledger, "household:");
        const amount_fen = sale.total_fen;
        ledger.refund(order.refund({ id: "r", amount_fen, cause: why }, []));
        expect(held(ledger, "household:")).toBe(before);
        expect(held(ledger, "loss_pool") + before).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  it("of one fen more than is left is refused and posts nothing", () => {
    fc.assert(
      fc.property(sold, fc.nat(4), cause, (sale, stage, why) => {
        const { ledger, order } = paidSale(sale, stage);
        const before = ledger.rows.transactions.length;
        const amount_fen = sale.total_fen + 1;
        expect(ledger.refund(order.refund({ id: "r", amount_fen, cause: why }, []))).toBe(false);
        expect(ledger.rows.transactions).toHaveLength(before);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves alone what a bank order carries, whoever it is for", () => {
    fc.assert(
      fc.property(sold, (sale) => {
        const { ledger, order } = paidSale(sale, 2);
        const carried = [...ledger.standing.balances].map(([credit_id, states]) => ({
          credit_id,
          amount_fen: states.settled,
        }));
        const before = held(ledger, "household:");
        const amount_fen = sale.total_fen;
        ledger.refund(order.refund({ id: "r", amount_fen, cause: "buyer" }, carried));
        expect(held(ledger, "household:")).toBe(before);
        expect(held(ledger, "borne:") + before).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
