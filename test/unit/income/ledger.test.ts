import fc from "fast-check";
import { freezeSale } from "../../../backend/src/modules/income/freeze-sale";
import {
  capturePostings,
  movePostings,
  refundPostings,
} from "../../../backend/src/modules/income/postings";
import type {
  LeafStanding,
  Posting,
  RefundCause,
  Sale,
  StateBalances,
} from "../../../backend/src/modules/income/types";

import { anySale, orangeLine, orangeSale } from "./sale";

/** A ledger of one order in memory: what the database keeps, kept by the pure rules alone. */
class Book {
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
    const legs = refundPostings({ ...head, cause, returned }, { ...this, unattributed_fen });
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

describe("three boxes of oranges, paid for", () => {
  it("credit the two households with 83.79 yuan, 62 to 38, and everybody else with the rest", () => {
    const book = new Book(orangeSale());
    book.capture(11_970);
    expect([...book.balances].map(([id, states]) => [id, states.expected])).toEqual([
      ["line_oranges:hh_zhong", 5195],
      ["line_oranges:hh_lai", 3184],
    ]);
    expect(book.account("service")).toBe(2394);
    expect(book.account("packing") + book.account("freight")).toBe(1197);
  });

  it("freeze credits whose gross is deductions plus net, and whose grosses are what was paid", () => {
    const { credits } = freezeSale(orangeSale());
    expect(credits.reduce((sum, credit) => sum + credit.gross_fen, 0)).toBe(11_970);
    for (const c of credits) {
      expect(c.net_fen + c.service_fen + c.packing_fen + c.freight_fen + c.platform_fen).toBe(
        c.gross_fen,
      );
    }
  });

  it("go back as if the credit never happened when all of it is refunded", () => {
    const book = new Book(orangeSale());
    book.capture(11_970);
    expect(book.refund(11_970)).toBe(true);
    expect(book.held()).toBe(0);
    expect(book.leaves.every((leaf) => leaf.captured_fen === leaf.reversed_fen)).toBe(true);
  });

  it("give back one box for one box returned, and not a fen from another line", () => {
    const book = new Book(
      orangeSale({
        total_fen: 15_960,
        lines: [
          orangeLine(),
          orangeLine({ order_line_id: "line_other", quantity: 1, weight_micro: 39_900_000 }),
        ],
      }),
    );
    book.capture(15_960);
    expect(book.refund(3990, "buyer", [{ order_line_id: "line_oranges", quantity: 1 }])).toBe(true);
    const reversed = (line: string) =>
      book.leaves
        .filter((l) => l.order_line_id === line)
        .reduce((sum, l) => sum + l.reversed_fen, 0);
    expect(reversed("line_oranges")).toBe(3990);
    expect(reversed("line_other")).toBe(0);
  });

  it("refuse a refund of one fen more than was captured", () => {
    const book = new Book(orangeSale());
    book.capture(11_970);
    expect(book.refund(11_971)).toBe(false);
    expect(book.held()).toBe(8379);
  });

  it("are never clawed back from a household that was paid: the loss pool bears it", () => {
    const book = new Book(orangeSale());
    book.capture(11_970);
    book.move("expected", "earned");
    book.move("earned", "settled");
    book.move("settled", "paid");
    expect(book.refund(11_970)).toBe(true);
    expect(book.held("paid")).toBe(8379);
    expect(book.account("loss_pool")).toBe(-8379);
  });

  it.each(["freight", "platform"] as const)(
    "leave the household untouched when %s caused the refund",
    (cause) => {
      const book = new Book(orangeSale());
      book.capture(11_970);
      expect(book.refund(4000, cause)).toBe(true);
      expect(book.held("expected")).toBe(8379);
    },
  );

  it("keep what was captured beyond the order apart, and give it back last", () => {
    const book = new Book(orangeSale());
    book.capture(12_000);
    expect(book.account("unattributed")).toBe(30);
    expect(book.refund(12_000)).toBe(true);
    expect(book.account("unattributed")).toBe(0);
  });
});

describe("any sequence of captures, refunds and moves", () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant("capture" as const),
      amount: fc.integer({ min: 1, max: 400_000 }),
    }),
    fc.record({
      kind: fc.constant("refund" as const),
      amount: fc.integer({ min: 1, max: 400_000 }),
      cause: fc.constantFrom<RefundCause>("buyer", "quality", "freight", "platform", "fraud"),
      returned: fc.nat(3),
    }),
    fc.record({ kind: fc.constant("move" as const), at: fc.nat(3) }),
  );
  const chain = ["expected", "earned", "settled", "paid", "confirmed"] as const;

  it("adds up to zero, keeps every state at zero or above, and credits what was captured less what went back", () => {
    fc.assert(
      fc.property(anySale, fc.array(step, { maxLength: 14 }), (sale, steps) => {
        const book = new Book(sale);
        for (const one of steps) {
          if (one.kind === "capture") book.capture(one.amount);
          else if (one.kind === "refund") {
            const left = book.captured_fen - book.refunded_fen;
            const line = `line_${one.returned.toString()}`;
            expect(book.refund(one.amount, one.cause, [{ order_line_id: line, quantity: 1 }])).toBe(
              one.amount <= left,
            );
          } else book.move(chain[one.at] ?? "expected", chain[one.at + 1] ?? "earned");
        }
        const parties = book.legs
          .filter((leg) => leg.kind !== "buyers")
          .reduce((sum, leg) => sum + leg.amount_fen, 0);
        expect(parties).toBe(book.captured_fen - book.refunded_fen);
        for (const leaf of book.leaves) {
          expect(leaf.captured_fen).toBeLessThanOrEqual(leaf.amount_fen);
          expect(leaf.reversed_fen).toBeLessThanOrEqual(leaf.captured_fen);
          expect(leaf.reversed_fen).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("divides a sale so that its parts equal the whole", () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const { leaves, credits, lines } = freezeSale(sale);
        expect(leaves.reduce((sum, leaf) => sum + leaf.amount_fen, 0)).toBe(sale.total_fen);
        for (const line of lines) {
          const own = credits.filter((credit) => credit.order_line_id === line.order_line_id);
          if (own.length > 0)
            expect(own.reduce((sum, credit) => sum + credit.gross_fen, 0)).toBe(line.paid_fen);
        }
      }),
    );
  });
});
