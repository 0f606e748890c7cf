/** A ledger of one order in memory, for tests of the pure rules. */
import { freezeSale } from "../../../backend/src/modules/income/freeze-sale";
import { capturePostings, movePostings } from "../../../backend/src/modules/income/postings";
import { refundPostings } from "../../../backend/src/modules/income/refund-postings";
import type {
  LeafStanding,
  Posting,
  RefundCause,
  Sale,
  StateBalances,
} from "../../../backend/src/modules/income/types";

/** What the database keeps, kept by the pure rules alone. */
export class Book {
  readonly leaves: LeafStanding[];
  readonly balances = new Map<string, StateBalances>();
  readonly legs: Posting[] = [];
  readonly quantities: Map<string, number>;
  captured_fen = 0;
  refunded_fen = 0;

  constructor(readonly sale: Sale) {
    this.leaves = freezeSale(sale).leaves.map((leaf) => ({
      ...leaf,
      captured_fen: 0,
      reversed_fen: 0,
    }));
    this.quantities = new Map(sale.lines.map((line) => [line.order_line_id, line.quantity]));
  }

  capture(amount_fen: number): void {
    this.captured_fen += amount_fen;
    this.#write("capture", capturePostings(this.sale.order_id, amount_fen, this.leaves));
  }

  refund(
    amount_fen: number,
    cause: RefundCause = "buyer",
    returned: { order_line_id: string; quantity: number }[] = [],
  ): boolean {
    const head = {
      id: "ref",
      payment_id: "pay",
      order_id: this.sale.order_id,
      amount_fen,
      at: "2026-11-21T00:00:00.000Z",
    };
    const unattributed_fen = this.#sum(
      (leg) => leg.account_id === "unattributed" && leg.leaf_id === null,
    );
    const legs = refundPostings(
      { ...head, cause, returned, bearers: [], in_transit: [] },
      {
        leaves: this.leaves,
        balances: this.balances,
        quantities: this.quantities,
        unattributed_fen,
      },
    );
    if (!legs) return false;
    this.refunded_fen += amount_fen;
    this.#write("refund", legs);
    return true;
  }

  move(from: keyof StateBalances, to: keyof StateBalances): void {
    for (const [credit_id, states] of this.balances) {
      const leaf = this.leaves.find((one) => one.credit_id === credit_id);
      if (!leaf) continue;
      const credit = {
        credit_id,
        leaf_id: leaf.id,
        household_id: leaf.owner_id,
        order_id: this.sale.order_id,
      };
      this.#write("move", movePostings(credit, from, to, states[from]));
    }
  }

  held(state?: keyof StateBalances): number {
    return this.#sum(
      (leg) => leg.kind === "household" && (state === undefined || leg.state === state),
    );
  }

  account(kind: string): number {
    return this.#sum((leg) => leg.kind === kind);
  }

  #sum(keeps: (leg: Posting) => boolean): number {
    return this.legs.filter(keeps).reduce((sum, leg) => sum + leg.amount_fen, 0);
  }

  #write(kind: "capture" | "refund" | "move", legs: Posting[]): void {
    expect(legs.reduce((sum, leg) => sum + leg.amount_fen, 0)).toBe(0);
    for (const leg of legs) {
      this.legs.push(leg);
      const leaf = this.leaves.find((one) => one.id === leg.leaf_id);
      if (leaf && kind === "capture") leaf.captured_fen += leg.amount_fen;
      if (leaf && kind === "refund") leaf.reversed_fen -= leg.amount_fen;
      if (leg.credit_id === null || leg.state === null) continue;
      const before = this.balances.get(leg.credit_id) ?? {
        expected: 0,
        earned: 0,
        settled: 0,
        paid: 0,
        confirmed: 0,
      };
      const after = { ...before, [leg.state]: before[leg.state] + leg.amount_fen };
      expect(after[leg.state]).toBeGreaterThanOrEqual(0);
      this.balances.set(leg.credit_id, after);
    }
  }
}
