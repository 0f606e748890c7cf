/** Which sales the database is told of as paid for in one piece. */
import { freezeSale } from "../../../backend/src/modules/income/freeze-sale";
import { headOf } from "../../../backend/src/modules/income/known";
import type { Sale, SaleLine } from "../../../backend/src/modules/income/types";
import { wholeSaleArguments } from "../../../backend/src/modules/income/whole-sale";
import { plainSale } from "./sale";

function told(changes: Partial<Sale>, line: Partial<SaleLine> = {}, head: object = {}) {
  const plain = { ...plainSale("o"), ...changes };
  const lines = plain.lines.map((one, n) => (n === 1 ? { ...one, ...line } : one));
  const sale = { ...plain, lines };
  const { order_id, sold_at: at, total_fen: amount_fen } = sale;
  const movement = { id: "c", payment_id: "p", order_id, amount_fen, at };
  const capture = { ...headOf("capture", movement), cause: "payment", facts: {}, movement_no: 1 };
  return wholeSaleArguments(sale, freezeSale(sale), { ...capture, ...head });
}

describe("what the database is told of a sale", () => {
  it("is its lines and the shares of their households, when it is paid for in one piece", () => {
    const [order_id, , capture, , payment, fen, , why, goods, starts, shares] = told({}) ?? [];
    expect([order_id, capture, payment, fen, why]).toEqual(["o", "c", "p", 20_001, "payment"]);
    expect(JSON.parse(String(goods))).toMatchObject([
      { order_line_id: "o_a", paid_fen: 8031 },
      { order_line_id: "o_b", paid_fen: 11_970 },
      { order_line_id: "o_c", paid_fen: 0 },
    ]);
    expect(starts).toBe("{0,6,18}");
    const each: unknown = JSON.parse(`[${String(shares).slice(1, -1)}]`);
    expect(each).toHaveLength(24);
    expect(each).toMatchObject({ 0: 1_000_000, 6: 620_000, 12: 380_000, 18: 1_000_000 });
  });

  it("is a document, when something is paid beside the goods", () => {
    expect(told({ shipping_micro: 5_000_000 })).toBeNull();
    expect(told({ tax_micro: 5_000_000 })).toBeNull();
  });

  it("is a document, when a line is nobody's or a household delivered twice", () => {
    const [, { terms } = { terms: null }] = plainSale("o").lines;
    const contributors = terms ? [...terms.contributors, ...terms.contributors] : [];
    expect(told({}, { terms: null })).toBeNull();
    expect(told({}, { terms: terms && { ...terms, contributors } })).toBeNull();
  });

  it("is a document, when nothing is paid or nothing is sold", () => {
    expect(told({ total_fen: 0 })).toBeNull();
    expect(told({ total_fen: 0, lines: [] })).toBeNull();
  });

  it.each([
    ...[{ amount_fen: 19_000 }, { amount_fen: 21_000 }, { kind: "refund" }, { movement_no: 2 }],
    ...[{ facts: { why: "x" } }, { seen: {} }, { reverses_seq: 1 }],
  ])("is a document, when the movement is not the whole first capture: %o", (head) => {
    expect(told({}, {}, head)).toBeNull();
  });
});
