import type { Bearer, Returned } from "../../../backend/src/modules/income/types";
import { LedgerInMemory } from "./ledger-in-memory";
import { orangeLine, orangeSale } from "./sale";

const bearers: Bearer[] = [];
const at = "2026-10-21T00:00:00.000Z";

/** Three boxes for one yuan, and others for 39.90. */
function paid(): LedgerInMemory {
  const odd = orangeLine({ order_line_id: "line_odd", quantity: 3, weight_micro: 1_000_000 });
  const other = orangeLine({ order_line_id: "line_other", quantity: 1, weight_micro: 39_900_000 });
  const ledger = new LedgerInMemory(orangeSale({ total_fen: 4090, lines: [odd, other] }));
  ledger.capture("c", 4090);
  return ledger;
}

function refund(ledger: LedgerInMemory, id: string, amount_fen: number, returned: Returned[]) {
  const head = { id, payment_id: "pay", order_id: "order_oranges", amount_fen, at };
  ledger.refund({ ...head, cause: "buyer", returned, bearers, in_transit: [] });
}

const reversed = (ledger: LedgerInMemory, line: string): number =>
  ledger.standing.leaves
    .filter((leaf) => leaf.order_line_id === line)
    .reduce((sum, leaf) => sum + leaf.reversed_fen, 0);

describe("goods that came back", () => {
  it("are worth their part of what was paid, rounded down; what is refunded beyond goes by size", () => {
    const ledger = paid();
    refund(ledger, "r", 33, [{ order_line_id: "line_odd", quantity: 1 }]);
    expect(reversed(ledger, "line_odd")).toBe(33);
    const more = paid();
    refund(more, "r", 34, [{ order_line_id: "line_odd", quantity: 1 }]);
    expect(reversed(more, "line_odd")).toBe(33);
    expect(reversed(more, "line_other")).toBe(1);
  });

  it("are due once: a further refund with no further goods is shared by size", () => {
    const ledger = paid();
    const back = [{ order_line_id: "line_odd", quantity: 1 }];
    refund(ledger, "r1", 33, back);
    refund(ledger, "r2", 33, back);
    expect(reversed(ledger, "line_odd")).toBeLessThanOrEqual(34);
    expect(reversed(ledger, "line_other")).toBeGreaterThanOrEqual(32);
  });

  it("are due in full once all of them are back, whatever was rounded before", () => {
    const ledger = paid();
    refund(ledger, "r1", 33, [{ order_line_id: "line_odd", quantity: 1 }]);
    refund(ledger, "r2", 67, [{ order_line_id: "line_odd", quantity: 3 }]);
    expect(reversed(ledger, "line_odd")).toBe(100);
    expect(reversed(ledger, "line_other")).toBe(0);
  });
});

describe("a refund that names its line", () => {
  const named = (ledger: LedgerInMemory, id: string, amount_fen: number, for_line: string) => {
    const head = { id, payment_id: "pay", order_id: "order_oranges", amount_fen, at };
    ledger.refund({ ...head, cause: "quality", returned: [], bearers, in_transit: [], for_line });
  };

  it("is taken from that line alone, whatever else stands in the order", () => {
    const ledger = paid();
    named(ledger, "r1", 60, "line_odd");
    expect([reversed(ledger, "line_odd"), reversed(ledger, "line_other")]).toEqual([60, 0]);
    named(ledger, "r2", 1000, "line_other");
    expect([reversed(ledger, "line_odd"), reversed(ledger, "line_other")]).toEqual([60, 1000]);
  });

  it("takes from the others only what its line has no more", () => {
    const ledger = paid();
    named(ledger, "r", 150, "line_odd");
    expect([reversed(ledger, "line_odd"), reversed(ledger, "line_other")]).toEqual([100, 50]);
  });

  it("is replayed to the fen by the line that its transaction keeps", () => {
    const ledger = paid();
    named(ledger, "r", 60, "line_odd");
    expect(ledger.differences()).toEqual([]);
  });
});
