/** Recomputes one order's rows and postings from its changes, captures and refunds. Pure. */
import type { Fen } from "../../contract/fen";
import { componentsOf } from "./components";
import { freezeLine } from "./freeze-sale";
import { planChange, type PlannedTransaction } from "./plan-change";
import { capturePostings } from "./postings";
import { refundPostings } from "./refund-postings";
import { compare, sameLeaves } from "./replay-compare";
import { checkMove } from "./replay-move";
import { applyLegs, type OrderStanding } from "./standing";
import { undoneBy } from "./undo-claim";
import type { Amendment, Component } from "./change-types";
import {
  refundCauses,
  type Bearer,
  type FrozenLine,
  type InTransit,
  type Leaf,
  type Posting,
  type Returned,
  type TransactionKind,
} from "./types";

/** A leg as it stands in the database. */
export type StoredPosting = Pick<Posting, "account_id" | "leaf_id" | "credit_id" | "amount_fen">;

/** A transaction as it stands in the database. */
export interface StoredTransaction {
  seq: number;
  kind: TransactionKind;
  source_id: string | null;
  amount_fen: Fen;
  cause: string;
  returned: readonly Returned[];
  bearers: readonly Bearer[];
  in_transit: readonly InTransit[];
  /** The line that a refund names. */
  for_line?: string | null;
  /** Only the legs of this order. */
  postings: readonly StoredPosting[];
}

/** A row of the frozen sale, with the amendment that brought it. */
type Kept<T> = T & { amendment_id: string | null };

/** An order as it stands in the database. */
export interface StoredOrder {
  order_id: string;
  lines: readonly Kept<FrozenLine>[];
  leaves: readonly Kept<Leaf>[];
  voids: readonly { amendment_id: string; leaf_id: string; amount_fen: Fen }[];
  /** In the order of their versions. */
  amendments: readonly Amendment[];
  /** In the order of their sequence numbers. */
  transactions: readonly StoredTransaction[];
}

/** Something that differs, with the transaction or the row where it shows. */
export interface Difference {
  /** Null when it shows in the frozen sale. */
  seq: number | null;
  reason: string;
}

/**
 * Replays an order: divides its lines again, follows its changes, and compares each row and each leg.
 *
 * @param order everything that the database keeps of the order
 * @returns every difference; none when the ledger is what it should be
 */
export function replayOrder(order: StoredOrder): Difference[] {
  return new Replay(order).run();
}

class Replay {
  readonly #differences: Difference[] = [];
  readonly #planned = new Map<string, PlannedTransaction>();
  readonly #standing: OrderStanding;
  #components: readonly Component[];
  #pending: readonly Amendment[];

  constructor(readonly order: StoredOrder) {
    const lines = order.lines.filter((one) => one.amendment_id === null);
    const leaves = order.leaves.filter((one) => one.amendment_id === null);
    this.#standing = {
      leaves: leaves.map((leaf) => ({ ...leaf, captured_fen: 0, reversed_fen: 0 })),
      balances: new Map(),
      quantities: new Map(lines.map((line) => [line.order_line_id, line.quantity])),
      unattributed_fen: 0,
    };
    this.#components = componentsOf(lines, leaves);
    this.#pending = order.amendments;
  }

  run(): Difference[] {
    this.#refreeze();
    for (const transaction of this.order.transactions) {
      this.#amendBefore(transaction.seq);
      const reason = this.#check(transaction);
      if (reason) this.#differences.push({ seq: transaction.seq, reason });
      applyLegs(this.#standing, transaction, transaction.postings);
    }
    this.#amendBefore(Number.POSITIVE_INFINITY);
    for (const key of this.#planned.keys()) this.#miss(`the transaction ${key} is missing`);
    return this.#differences;
  }

  #miss(reason: string): void {
    this.#differences.push({ seq: null, reason });
  }

  /** Divides each line again by its frozen terms. */
  #refreeze(): void {
    for (const line of this.order.lines) {
      const own = this.order.leaves.filter((one) => one.order_line_id === line.order_line_id);
      const should = freezeLine(line).leaves.filter((one) => one.amount_fen > 0);
      if (!sameLeaves(should, own))
        this.#miss(`line ${line.order_line_id} is not divided by its frozen terms`);
    }
    const lines = new Set(this.order.lines.map(({ order_line_id }) => order_line_id));
    for (const { id, order_line_id } of this.order.leaves) {
      if (order_line_id !== null && !lines.has(order_line_id))
        this.#miss(`leaf ${id} stands on no line of the order`);
    }
  }

  #amendBefore(seq: number): void {
    const due = this.#pending.filter((one) => one.after_seq < seq);
    this.#pending = this.#pending.filter((one) => one.after_seq >= seq);
    for (const amendment of due) this.#amend(amendment);
  }

  #amend({ id, change, after_seq }: Amendment): void {
    const undone = undoneBy(change, this.order.transactions, after_seq);
    const plan = planChange(change, this.#components, this.#standing, undone);
    for (const planned of plan.transactions) this.#planned.set(`${id}:${planned.part}`, planned);
    const own = this.order.leaves.filter((one) => one.amendment_id === id);
    const voids = this.order.voids.filter((one) => one.amendment_id === id);
    const off = plan.voids.map(({ leaf, amount_fen }) => ({ id: leaf.id, amount_fen }));
    const kept = voids.map(({ leaf_id, amount_fen }) => ({ id: leaf_id, amount_fen }));
    if (!sameLeaves(plan.leaves, own) || !sameLeaves(off, kept))
      this.#miss(`amendment ${id} is not what its change makes of the sale`);
    for (const { id: leaf_id, amount_fen } of kept) {
      const leaf = this.#standing.leaves.find((one) => one.id === leaf_id);
      if (leaf) leaf.amount_fen -= amount_fen;
    }
    for (const leaf of own)
      this.#standing.leaves.push({ ...leaf, captured_fen: 0, reversed_fen: 0 });
    this.#components = plan.standing;
    for (const [key, quantity] of plan.quantities) this.#standing.quantities.set(key, quantity);
  }

  #check(transaction: StoredTransaction): string | null {
    const expected = this.#expected(transaction);
    if (expected === "none") return "no change asks for this transaction";
    if (expected !== null) return compare(expected, transaction.postings);
    return checkMove(transaction, this.#standing.balances);
  }

  /** The legs that a transaction should have; null for moves, which have no figures of their own. */
  #expected(transaction: StoredTransaction): Posting[] | "none" | null {
    const { kind, amount_fen, returned, bearers, in_transit, source_id } = transaction;
    const { order_id } = this.order;
    switch (kind) {
      case "capture":
        return capturePostings(order_id, amount_fen, this.#standing.leaves);
      case "refund": {
        const cause = refundCauses.find((one) => one === transaction.cause) ?? "buyer";
        const head = { id: "", payment_id: "", order_id, amount_fen, at: "" };
        const { for_line = null } = transaction;
        const refund = { ...head, cause, returned, bearers, in_transit, for_line };
        return refundPostings(refund, this.#standing) ?? [];
      }
      case "amend":
      case "claim": {
        const planned = this.#planned.get(source_id ?? "");
        this.#planned.delete(source_id ?? "");
        return planned?.kind === kind && planned.cause === transaction.cause
          ? planned.legs
          : "none";
      }
      default:
        return null;
    }
  }
}
