/** What legs do to the standing of an order's leaves and credits. Pure; the database sums the same way. */
import type { Fen } from "../../contract/money";
import type { LeafStanding, Posting, StateBalances, TransactionKind } from "./types";

/** Where an order stands. */
export interface OrderStanding {
  leaves: LeafStanding[];
  balances: Map<string, StateBalances>;
  quantities: Map<string, number>;
  unattributed_fen: Fen;
}

/** The cause of the transaction that follows an edit: its legs change what counts as captured. */
export const EDIT = "edit";

/** The cause of the transaction that follows a cancelled claim: its legs take back what the claim's did. */
export const CANCELLED = "cancelled";

/** What of a leg is needed here. */
export type StandingLeg = Pick<Posting, "account_id" | "leaf_id" | "credit_id" | "amount_fen">;

/**
 * What a leg adds to its leaf: captured or reversed.
 *
 * @returns whole fen; below zero for captured where an edit or a cancelled claim takes goods off, and for
 *   reversed where a cancelled claim gives back what it reversed
 */
export function leafEffect(
  kind: TransactionKind,
  cause: string,
  amount_fen: Fen,
): { captured_fen: Fen; reversed_fen: Fen } {
  const isShift = kind === "amend" || kind === "claim";
  const isFilling = kind === "claim" && cause === CANCELLED ? amount_fen < 0 : amount_fen > 0;
  const captures = kind === "capture" || (isShift && (isFilling || cause === EDIT));
  const reverses = kind === "refund" || (isShift && !captures);
  return { captured_fen: captures ? amount_fen : 0, reversed_fen: reverses ? -amount_fen : 0 };
}

/** Adds the legs of one transaction to an order's standing, in place. */
export function applyLegs(
  standing: OrderStanding,
  { kind, cause }: { kind: TransactionKind; cause: string },
  legs: readonly StandingLeg[],
): void {
  for (const leg of legs) {
    const leaf = standing.leaves.find((one) => one.id === leg.leaf_id);
    if (leaf) {
      const { captured_fen, reversed_fen } = leafEffect(kind, cause, leg.amount_fen);
      leaf.captured_fen += captured_fen;
      leaf.reversed_fen += reversed_fen;
    }
    if (leg.account_id === "unattributed" && leg.leaf_id === null)
      standing.unattributed_fen += leg.amount_fen;
    const state = stateOf(leg.account_id);
    if (leg.credit_id !== null && state) {
      const before = standing.balances.get(leg.credit_id) ?? NOTHING;
      standing.balances.set(leg.credit_id, { ...before, [state]: before[state] + leg.amount_fen });
    }
  }
}

const NOTHING: StateBalances = { expected: 0, earned: 0, settled: 0, paid: 0, confirmed: 0 };

/** The state that a household's account keeps money in; null for every other account. */
export function stateOf(account_id: string): keyof StateBalances | null {
  const [kind, , state] = account_id.split(":");
  if (kind !== "household") return null;
  switch (state) {
    case "expected":
    case "earned":
    case "settled":
    case "paid":
    case "confirmed":
      return state;
    default:
      return null;
  }
}
