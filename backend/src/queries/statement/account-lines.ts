/** Opening, in, moved, out and closing of accounts over a span. */
import { z } from "zod";

import type { AccountLine } from "../../contract/statement";
import { creditStates } from "../../contract/words";
import { MOVES } from "../ledger/legs-sql";

const fen = z.coerce.number().int();

/** A row of figures as the database sums them. */
export const lineRow = z.object({
  kind: z.string(),
  state: z.enum(creditStates).nullable(),
  opening_fen: fen,
  in_fen: fen,
  moved_fen: fen,
  out_fen: fen,
  closing_fen: fen,
});

/**
 * SQL of the figures, over `period`, `move` (the transaction's kind) and an amount.
 *
 * @param amount the column to sum
 */
export function figuresOf(amount: string): string {
  const inSpan = `t.period >= :from and t.period <= :to`;
  return `
  coalesce(sum(${amount}) filter (where t.period < :from), 0) as opening_fen,
  coalesce(sum(${amount}) filter (where ${inSpan} and t.kind not in ${MOVES} and ${amount} > 0), 0) as in_fen,
  coalesce(sum(${amount}) filter (where ${inSpan} and t.kind in ${MOVES}), 0) as moved_fen,
  coalesce(-sum(${amount}) filter (where ${inSpan} and t.kind not in ${MOVES} and ${amount} < 0), 0) as out_fen,
  coalesce(sum(${amount}) filter (where t.period <= :to), 0) as closing_fen`;
}

/** The sum of lines. */
export function totalOf(lines: readonly AccountLine[]): AccountLine {
  const sum = (of: (line: AccountLine) => number) => lines.reduce((all, one) => all + of(one), 0);
  return {
    kind: "total",
    state: null,
    opening_fen: sum((one) => one.opening_fen),
    in_fen: sum((one) => one.in_fen),
    moved_fen: sum((one) => one.moved_fen),
    out_fen: sum((one) => one.out_fen),
    closing_fen: sum((one) => one.closing_fen),
  };
}

/** A household's line for every state, also for those that held nothing. */
export function everyState(lines: readonly AccountLine[]): AccountLine[] {
  return creditStates.map((state) => {
    const found = lines.find((one) => one.kind === "household" && one.state === state);
    return found ?? { ...totalOf([]), kind: "household", state };
  });
}
