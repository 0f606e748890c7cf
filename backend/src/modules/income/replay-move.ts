/** Whether a stored move is what moves may be. Pure. */
import { stateOf } from "./standing";
import type { StoredTransaction } from "./replay";
import type { StateBalances } from "./types";

const moveStates = {
  accept: ["expected", "earned"],
  settle: ["earned", "settled"],
  pay: ["settled", "paid"],
  confirm: ["paid", "confirmed"],
  bounce: ["paid", "settled"],
} as const;

/**
 * A move takes what a state holds to the next, credit by credit, and nothing else; a transfer, made or come
 * back, takes at most that.
 *
 * @param balances what each credit held before
 * @returns what is wrong; null when nothing is
 */
export function checkMove(
  { kind, postings }: StoredTransaction,
  balances: ReadonlyMap<string, StateBalances>,
): string | null {
  if (!isMove(kind)) return `a transaction of kind ${kind} does not belong to an order`;
  const [from, to] = moveStates[kind];
  const credits = new Set(postings.map((leg) => leg.credit_id ?? ""));
  for (const credit_id of credits) {
    const own = postings.filter((leg) => (leg.credit_id ?? "") === credit_id);
    const moved = sumIn(own, to);
    const held = balances.get(credit_id)?.[from] ?? 0;
    // A transfer carries an exact sum, which may be part of what is payable by now.
    const isWhole = kind === "bounce" || kind === "pay" ? moved <= held : moved === held;
    const isPair = own.every((leg) => [from, to].some((one) => one === stateOf(leg.account_id)));
    if (!isPair || !isWhole || moved <= 0 || sumIn(own, from) !== -moved)
      return `credit ${credit_id || "none"} was not moved as it should be`;
  }
  return null;
}

function isMove(kind: StoredTransaction["kind"]): kind is keyof typeof moveStates {
  return kind in moveStates;
}

function sumIn(legs: StoredTransaction["postings"], state: keyof StateBalances): number {
  return legs
    .filter((leg) => stateOf(leg.account_id) === state)
    .reduce((sum, leg) => sum + leg.amount_fen, 0);
}
