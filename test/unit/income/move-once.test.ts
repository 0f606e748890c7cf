/** The key of a move stands for what it does and for the credits that it takes. */
import { earlierHashOfMove, hashOfMove } from "../../../backend/src/modules/income/known";
import type { Move } from "../../../backend/src/modules/income/types";
import { LedgerInMemory } from "./ledger-in-memory";
import { orangeSale } from "./sale";

const accept: Move = {
  key: "accept:1",
  kind: "accept",
  from: "expected",
  to: "earned",
  at: "2026-10-21T00:00:00.000Z",
  order_id: "order_oranges",
  cause: "delivered",
  facts: {},
};

describe("the hash of a move", () => {
  it("is another for other credits, and the same in whatever order they are named", () => {
    const hash = hashOfMove(accept, { order_id: "o", credit_ids: ["a", "b"] });
    expect(hashOfMove(accept, { credit_ids: ["b", "a"], order_id: "o" })).toBe(hash);
    const others = [
      hashOfMove(accept, { order_id: "o", credit_ids: ["a"] }),
      hashOfMove(accept, { order_id: "o", order_line_ids: ["a", "b"] }),
      hashOfMove(accept, { order_id: "a", credit_ids: ["b"] }),
      hashOfMove(accept, { household_id: "o", credit_ids: ["a", "b"] }),
      hashOfMove(accept, {}),
      hashOfMove({ ...accept, to: "settled" }, { order_id: "o", credit_ids: ["a", "b"] }),
      earlierHashOfMove(accept),
    ];
    expect(new Set([hash, ...others]).size).toBe(others.length + 1);
  });

  it("keeps a key for the credits that it moved first", () => {
    const ledger = new LedgerInMemory(orangeSale());
    ledger.capture("c", ledger.sale.total_fen);
    const [one = "", other = ""] = [...ledger.standing.balances.keys()];
    const held = (id: string) => ledger.standing.balances.get(id)?.expected;
    expect(ledger.moveNamed(accept, { credit_ids: [one] })).toBe(true);
    const left = held(other);
    expect(ledger.moveNamed(accept, { credit_ids: [one] })).toBe(true);
    expect(ledger.moveNamed(accept, { credit_ids: [other] })).toBe(false);
    expect([held(one), held(other)]).toEqual([0, left]);
    expect(left).toBeGreaterThan(0);
    expect(ledger.differences()).toEqual([]);
  });
});
