/** Recomputes the postings of one order from its captures and refunds, as the ledger should hold them. Pure. */
import { creditStates, type CreditState } from "../../contract/words";
import type { Fen } from "../../contract/fen";
import { capturePostings, refundPostings } from "./postings";
import type {
  Leaf,
  LeafStanding,
  Posting,
  RefundCause,
  StateBalances,
  TransactionKind,
} from "./types";

/** A leg as it stands in the database. */
export type StoredPosting = Pick<Posting, "account_id" | "leaf_id" | "credit_id" | "amount_fen"> & {
  state: CreditState | null;
};

/** A transaction as it stands in the database. */
export interface StoredTransaction {
  seq: number;
  kind: TransactionKind;
  source_id: string | null;
  amount_fen: Fen;
  cause: string;
  returned: readonly { order_line_id: string; quantity: number }[];
  /** Only the legs of this order. */
  postings: readonly StoredPosting[];
}

/** Something that differs, with the transaction where it shows. */
export interface Difference {
  seq: number;
  reason: string;
}

const REFUND_CAUSES: readonly RefundCause[] = ["buyer", "quality", "freight", "platform", "fraud"];

/**
 * Replays an order's transactions in their sequence and compares each leg.
 *
 * @param order_id the order
 * @param leaves the frozen leaves of the sale
 * @param quantities units sold on each line
 * @param transactions in the order of their sequence numbers
 * @returns every difference; none when the ledger is what it should be
 */
export function replayOrder(
  order_id: string,
  leaves: readonly Leaf[],
  quantities: ReadonlyMap<string, number>,
  transactions: readonly StoredTransaction[],
): Difference[] {
  const standing: LeafStanding[] = leaves.map((leaf) => ({
    ...leaf,
    captured_fen: 0,
    reversed_fen: 0,
  }));
  const balances = new Map<string, StateBalances>();
  const differences: Difference[] = [];
  let unattributed_fen = 0;
  for (const transaction of transactions) {
    const expected = expectedLegs(order_id, transaction, {
      leaves: standing,
      balances,
      quantities,
      unattributed_fen,
    });
    const reason =
      expected === null
        ? checkMove(transaction, balances)
        : compare(expected, transaction.postings);
    if (reason) differences.push({ seq: transaction.seq, reason });
    for (const leg of transaction.postings) {
      applyToLeaf(standing, transaction.kind, leg);
      applyToBalance(balances, leg);
      if (leg.account_id === "unattributed" && leg.leaf_id === null)
        unattributed_fen += leg.amount_fen;
    }
  }
  return differences;
}

type Ground = Parameters<typeof refundPostings>[1];

/** The legs that a capture or refund should have; null for moves, which have no figures of their own. */
function expectedLegs(
  order_id: string,
  transaction: StoredTransaction,
  ground: Ground,
): Posting[] | null {
  const { kind, amount_fen, returned } = transaction;
  switch (kind) {
    case "capture":
      return capturePostings(order_id, amount_fen, ground.leaves);
    case "refund": {
      const cause = REFUND_CAUSES.find((one) => one === transaction.cause) ?? "buyer";
      const head = { id: "", payment_id: "", order_id, amount_fen, at: "" };
      return refundPostings({ ...head, cause, returned }, ground) ?? [];
    }
    case "accept":
    case "settle":
    case "pay":
    case "confirm":
    case "bounce":
    case "entry":
    case "entry_reversal":
    case "amend":
    case "claim":
      return null;
  }
}

/** From which state to which each kind moves; the others are no moves. */
const moveStates: Partial<Record<TransactionKind, readonly [CreditState, CreditState]>> = {
  accept: ["expected", "earned"],
  settle: ["earned", "settled"],
  pay: ["settled", "paid"],
  confirm: ["paid", "confirmed"],
  bounce: ["paid", "settled"],
};

/** A move takes what a state holds to the next state, credit by credit, and nothing else. */
function checkMove(
  transaction: StoredTransaction,
  balances: ReadonlyMap<string, StateBalances>,
): string | null {
  const { kind, postings } = transaction;
  const states = moveStates[kind];
  if (!states) return null;
  const [from, to] = states;
  for (const leg of postings) {
    const held = balances.get(leg.credit_id ?? "")?.[from] ?? 0;
    const wanted = leg.state === from ? -held : leg.state === to ? held : 0;
    if (held === 0 || leg.amount_fen !== wanted)
      return `credit ${leg.credit_id ?? "none"} was not moved as a whole`;
  }
  return null;
}

function compare(expected: readonly Posting[], stored: readonly StoredPosting[]): string | null {
  const wanted = sums(expected);
  const found = sums(stored);
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    const [should, is] = [wanted.get(key) ?? 0, found.get(key) ?? 0];
    if (should !== is)
      return `${key} holds ${is.toString()} fen and should hold ${should.toString()}`;
  }
  return null;
}

function sums(
  legs: readonly Pick<Posting, "account_id" | "leaf_id" | "amount_fen">[],
): Map<string, Fen> {
  const all = new Map<string, Fen>();
  for (const { account_id, leaf_id, amount_fen } of legs) {
    const key = `${account_id} ${leaf_id ?? "-"}`;
    all.set(key, (all.get(key) ?? 0) + amount_fen);
  }
  return all;
}

function applyToLeaf(
  standing: LeafStanding[],
  kind: StoredTransaction["kind"],
  leg: StoredPosting,
): void {
  const leaf = standing.find((one) => one.id === leg.leaf_id);
  if (!leaf) return;
  if (kind === "capture") leaf.captured_fen += leg.amount_fen;
  if (kind === "refund") leaf.reversed_fen -= leg.amount_fen;
}

function applyToBalance(balances: Map<string, StateBalances>, leg: StoredPosting): void {
  if (leg.credit_id === null || leg.state === null) return;
  const before = balances.get(leg.credit_id) ?? emptyBalances();
  balances.set(leg.credit_id, { ...before, [leg.state]: before[leg.state] + leg.amount_fen });
}

function emptyBalances(): StateBalances {
  const zero = { expected: 0, earned: 0, settled: 0, paid: 0, confirmed: 0 };
  return creditStates.reduce((all, state) => ({ ...all, [state]: 0 }), zero);
}
