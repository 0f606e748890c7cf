import fc from "fast-check";
import { freezeSale } from "../../../backend/src/modules/income/freeze-sale";
import type { RefundCause } from "../../../backend/src/modules/income/types";
import { Book } from "./book";
import { anySale, orangeLine, orangeSale } from "./sale";

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
