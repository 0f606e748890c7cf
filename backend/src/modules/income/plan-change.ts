/** What an order change does: the rows of the amendment and the transactions that follow it. Pure. */
import { allocate } from "../../contract/split";
import type { Fen } from "../../contract/money";
import { amendSale, type Amended } from "./amend-sale";
import { claimPostings, editPostings, exchangePostings } from "./amend-postings";
import type { Room } from "./fill";
import { freezeLine } from "./freeze-sale";
import { returnedDue } from "./refund-postings";
import { lineOf } from "./line-of";
import { applyLegs, CANCELLED, EDIT, type OrderStanding } from "./standing";
import { LAID_ANEW } from "./fallen-refund";
import { layAnew, NOTHING_UNDONE, undoClaim, type Undone, type UndoneClaim } from "./undo-claim";
import type { Component, OrderChange } from "./change-types";
import type { LeafStanding, Posting, SaleLine } from "./types";

/** A transaction that follows a change. */
export interface PlannedTransaction {
  /** Behind the change's id in the idempotency key. */
  part: "edit" | "exchange" | "claim" | "cancelled" | `${typeof LAID_ANEW}${string}`;
  kind: "amend" | "claim";
  cause: string;
  amount_fen: Fen;
  legs: Posting[];
  /** The refund that it lays anew. */
  refund_seq?: number;
}

/** The rows of an amendment and its transactions, in their order. */
export interface PlannedChange extends Amended {
  /** By how much the frozen sale grew; below zero when it shrank. */
  total_fen: Fen;
  /** Units that stand sold on each of Medusa's lines, goods that are sent again among them. */
  quantities: Map<string, number>;
  transactions: PlannedTransaction[];
}

/**
 * Plans what follows an order change.
 *
 * @param change the change, with the order as it stands after it
 * @param components what stands sold on each component
 * @param before the order's standing; not changed
 * @param undone what the claim that the change cancels has left; nothing when it cancels none, or nothing was posted
 * @returns rows and transactions; each transaction's legs add up to zero
 */
export function planChange(
  change: OrderChange,
  components: readonly Component[],
  before: OrderStanding,
  undone: Undone = NOTHING_UNDONE,
): PlannedChange {
  const { order_id, version } = change;
  const amended = amendSale(change.target, components, {
    order_id,
    version,
    leaves: before.leaves,
  });
  const standing = standingAfter(before, amended);
  const transactions: PlannedTransaction[] = [];
  const post: Post = (part, cause, legs, more = {}) => {
    if (legs.length === 0) return;
    const amount_fen = legs.reduce((sum, one) => sum + Math.max(0, one.amount_fen), 0);
    const kind = part === "claim" || part === "cancelled" ? "claim" : "amend";
    transactions.push({ part, kind, cause, amount_fen, legs, ...more });
    applyLegs(standing, { kind, cause }, legs);
  };
  post("edit", EDIT, editPostings(order_id, amended.out, change, standing));
  const { legs, fallen } = takeBack(change, undone, standing, amended);
  post("cancelled", CANCELLED, legs);
  layAll(change, { claim: undone.claim, fallen }, standing, post);
  const sent = sendAgain(change, standing, amended);
  if (sent.length > 0) post("claim", change.cause, claimOf(change, sent, standing));
  post("exchange", change.cause, exchangePostings(order_id, change, standing));
  const grown = amended.leaves.reduce((sum, one) => sum + one.amount_fen, 0);
  const off = amended.voids.reduce((sum, one) => sum + one.amount_fen, 0);
  const { quantities } = standing;
  return { ...amended, total_fen: grown - off, quantities, transactions };
}

type Post = (
  part: PlannedTransaction["part"],
  cause: string,
  legs: Posting[],
  more?: Pick<PlannedTransaction, "refund_seq">,
) => void;

/** Lays the refunds anew that lay on goods of a cancelled claim, one transaction each. */
function layAll(
  { order_id, in_transit }: OrderChange,
  { claim, fallen }: Pick<Undone, "claim"> & Pick<UndoneClaim, "fallen">,
  standing: OrderStanding,
  post: Post,
): void {
  for (const [i, { refund, amount_fen }] of fallen.entries()) {
    const later_fen = fallen.slice(i + 1).reduce((all, one) => all + one.amount_fen, 0);
    const laid = { refund, amount_fen, later_fen };
    const legs = layAnew(order_id, laid, claim, in_transit, standing);
    post(`${LAID_ANEW}${lettersOf(i)}`, refund.cause, legs, { refund_seq: refund.seq });
  }
}

/** A number in letters: the key of a change's transaction ends in nothing else. */
function lettersOf(n: number): string {
  return n.toString().replaceAll(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));
}

/** The standing with the amendment's rows in it, before any of its money moves. */
function standingAfter(before: OrderStanding, amended: Amended): OrderStanding {
  const off = new Map<string, Fen>();
  for (const { leaf, amount_fen } of amended.voids)
    off.set(leaf.id, (off.get(leaf.id) ?? 0) + amount_fen);
  return {
    balances: new Map(before.balances),
    unattributed_fen: before.unattributed_fen,
    quantities: new Map([
      ...before.quantities,
      ...amended.standing.map((one) => [one.key, one.quantity] as const),
    ]),
    leaves: [
      ...before.leaves.map((one) => ({
        ...one,
        amount_fen: one.amount_fen - (off.get(one.id) ?? 0),
      })),
      ...amended.leaves.map((one) => ({ ...one, captured_fen: 0, reversed_fen: 0 })),
    ],
  };
}

/** Takes goods of a cancelled claim off the sale; answers what that gives back. */
function takeBack(
  change: OrderChange,
  { claim, refunds }: Undone,
  standing: OrderStanding,
  amended: Amended,
): UndoneClaim {
  const left = { claim, refunds: change.moves_refunds ? refunds : [] };
  const undone = undoClaim(change.order_id, left, change, standing);
  const { voids } = undone;
  amended.voids.push(...voids);
  for (const { leaf, amount_fen } of voids) {
    leaf.amount_fen -= amount_fen;
    standing.quantities.set(lineOf(leaf.order_line_id), 0);
  }
  return undone;
}

/** Freezes the goods that are sent again; their leaves join the standing and the amendment's rows. */
function sendAgain(change: OrderChange, standing: OrderStanding, amended: Amended): LeafStanding[] {
  if (!change.replacement) return [];
  const worth = worthOf(change.replacement.claimed, standing);
  const lines = priced(change.replacement.sent, worth).filter((line) => line.paid_fen > 0);
  const fresh = lines.flatMap((line) => {
    const { leaves, credits } = freezeLine(line);
    amended.lines.push(line);
    amended.credits.push(...credits);
    standing.quantities.set(line.order_line_id, line.quantity);
    return leaves.filter((one) => one.amount_fen > 0);
  });
  amended.leaves.push(...fresh);
  const sent = fresh.map((one) => ({ ...one, captured_fen: 0, reversed_fen: 0 }));
  standing.leaves.push(...sent);
  return sent;
}

/** What buyers paid for the units that a claim complains of. */
function worthOf(claimed: OrderChange["returned"], standing: OrderStanding): Fen {
  const rooms: Room[] = standing.leaves.map((leaf) => ({
    leaf: { ...leaf, reversed_fen: 0 },
    room: leaf.captured_fen,
  }));
  const due = returnedDue(claimed, rooms, standing.quantities);
  return due.reduce((sum, one) => sum + one.amount_fen, 0);
}

/** Goods without a price of their own take the worth of the claimed ones, by their quantity. */
function priced(sent: readonly SaleLine[], worth_fen: Fen) {
  const free = sent.filter((line) => line.weight_micro === 0);
  const takers = free.map((line) => ({ id: line.order_line_id, weight: line.quantity }));
  const amounts = free.length > 0 ? allocate(worth_fen, takers) : [];
  const byLine = new Map(free.map((line, i) => [line.order_line_id, amounts[i] ?? 0]));
  return sent.map((line) => ({
    ...line,
    paid_fen: byLine.get(line.order_line_id) ?? Math.round(line.weight_micro / 10_000),
  }));
}

/** A claim takes from the claimed lines only, whatever else has come back. */
function claimOf(change: OrderChange, sent: readonly LeafStanding[], standing: OrderStanding) {
  const lines = new Set(change.replacement?.claimed.map((one) => one.order_line_id));
  const returned = change.returned.filter((one) => lines.has(one.order_line_id));
  return claimPostings(change.order_id, sent, { ...change, returned }, standing);
}
