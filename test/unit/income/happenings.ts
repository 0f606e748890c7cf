/** What may happen to an order, drawn at random, and how each is played on the shop and on the ledger. */
import fc from "fast-check";
import {
  refundCauses,
  type InTransit,
  type RefundCause,
} from "../../../backend/src/modules/income/types";
import type { LedgerInMemory } from "./ledger-in-memory";
import type { OrderInMemory } from "./order-in-memory";

const cause = fc.constantFrom<RefundCause>(...refundCauses);
const n = fc.nat(9);
const units = fc.integer({ min: 1, max: 4 });
/** Often the odd fen, sometimes all that is left. */
const amount = fc.oneof(fc.integer({ min: 1, max: 60_000 }), fc.constant("all" as const));

/** One thing that happens. */
export const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant("pay" as const), amount }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant("give_back" as const), amount, cause }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("come_back" as const), n, units, cause }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant("edit" as const),
      n,
      units: fc.nat(6),
      unit_micro: fc.integer({ min: 1, max: 90_000_000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("add" as const),
      paid_fen: fc.integer({ min: 1, max: 40_000 }),
      units,
      change: fc.constantFrom("edit" as const, "exchange" as const),
      cause,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant("claim" as const),
      n,
      units,
      price_fen: fc.oneof(fc.constant(0), fc.nat(9000)),
      cause,
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("cancel_claim" as const), n }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant("event" as const), n, carried: fc.nat(3) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("sweep" as const) }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant("move" as const), n, part: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("walk" as const), steps: units }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("restart" as const) }) },
);

/** One thing that happens. */
export type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const moves = [
  ["accept", "expected", "earned"],
  ["settle", "earned", "settled"],
  ["pay", "settled", "paid"],
  ["confirm", "paid", "confirmed"],
  ["bounce", "paid", "settled"],
] as const;

/** What a bank order carries: part of what is settled on every other credit. */
export function carried(ledger: LedgerInMemory, every: number): InTransit[] {
  if (every === 0) return [];
  return [...ledger.standing.balances]
    .filter(([, states], i) => states.settled > 0 && i % every === 0)
    .map(([credit_id, states]) => ({ credit_id, amount_fen: Math.ceil(states.settled / every) }));
}

/** Plays one thing; events may be lost, because nothing here tells the ledger but `event` and `sweep`. */
export function play(order: OrderInMemory, ledger: LedgerInMemory, one: Happening): void {
  switch (one.what) {
    case "pay":
      order.pay(one.amount === "all" ? order.sale.total_fen : one.amount);
      return;
    case "give_back": {
      const left = order.captured_fen - order.refunded_fen;
      const back = one.amount === "all" ? left : one.amount;
      if (back > 0 && back <= left) order.giveBack(back, one.cause);
      return;
    }
    case "come_back":
      order.comeBack(one.n, one.units, one.cause);
      return;
    case "edit":
      order.edit(one.n, one.units, one.unit_micro);
      return;
    case "add":
      if (one.change === "exchange") order.comeBack(one.units, 1, one.cause);
      order.add(one.paid_fen, one.units, one.change, one.cause);
      return;
    case "claim":
      order.claim(one.n, one.units, one.price_fen, one.cause);
      return;
    case "cancel_claim":
      order.cancelClaim(one.n);
      return;
    case "event":
      hear(order, ledger, one.n, carried(ledger, one.carried));
      return;
    case "sweep":
      sweep(order, ledger);
      return;
    case "restart":
      ledger.restart();
      return;
    case "walk":
      for (const [kind, from, to] of moves.slice(0, one.steps))
        ledger.move(kind, [from, to], (_, held) => held);
      return;
    case "move": {
      const [kind, from, to] = moves[one.n % moves.length] ?? moves[0];
      ledger.move(kind, [from, to], (credit_id, held) =>
        kind === "bounce"
          ? Math.floor((held * one.part) / 3)
          : picked(credit_id, one.part)
            ? held
            : 0,
      );
    }
  }
}

/** Some credits move, others stay behind. */
function picked(credit_id: string, part: number): boolean {
  return part === 0 || (credit_id.charCodeAt(credit_id.length - 1) + part) % 2 === 0;
}

/** One event comes, in any order and any number of times: a capture, a refund, or a change. */
function hear(
  order: OrderInMemory,
  ledger: LedgerInMemory,
  n: number,
  in_transit: InTransit[],
): void {
  const events = [
    ...order.captures.map((one) => () => ledger.capture(one.id, one.amount_fen)),
    ...order.refunds.map((one) => () => ledger.refund(order.refund(one, in_transit))),
    ...order.changes
      .slice(0, ledger.rows.amendments.length + 1)
      .map((one) => () => ledger.amend(order.change(one, in_transit))),
  ];
  events[n % Math.max(1, events.length)]?.();
}

/** Everything that no event has brought: changes in their order, then captures, then refunds. */
export function sweep(order: OrderInMemory, ledger: LedgerInMemory): void {
  for (const one of order.changes) ledger.amend(order.change(one, []));
  for (const one of order.captures) ledger.capture(one.id, one.amount_fen);
  for (const one of order.refunds) {
    expect(ledger.refund(order.refund(one, [])), "a refund of what was captured").toBe(true);
  }
}
