/** The ledger of one order, kept by the pure rules as rows and legs; a restart forgets all but the rows. */
import { hashOfMove } from "../../../backend/src/modules/income/known";
import { componentsOf } from "../../../backend/src/modules/income/components";
import { freezeSale } from "../../../backend/src/modules/income/freeze-sale";
import { planChange } from "../../../backend/src/modules/income/plan-change";
import { capturePostings, movePostings } from "../../../backend/src/modules/income/postings";
import { refundPostings } from "../../../backend/src/modules/income/refund-postings";
import {
  replayOrder,
  type StoredOrder,
  type StoredTransaction,
} from "../../../backend/src/modules/income/replay";
import { undoneBy } from "../../../backend/src/modules/income/undo-claim";
import { applyLegs, type OrderStanding } from "../../../backend/src/modules/income/standing";
import type { Component, OrderChange } from "../../../backend/src/modules/income/change-types";
import type {
  CreditFilter,
  FrozenCredit,
  Move,
  Posting,
  RefundMovement,
  Sale,
  StateBalances,
  TransactionKind,
} from "../../../backend/src/modules/income/types";

type Kept<T> = T extends readonly (infer R)[] ? R[] : never;
type Rows = { [K in keyof Omit<StoredOrder, "order_id">]: Kept<StoredOrder[K]> };

/** Rows of one order, and what they add up to. */
export class LedgerInMemory {
  readonly rows: Rows = { lines: [], leaves: [], voids: [], amendments: [], transactions: [] };
  readonly credits: FrozenCredit[] = [];
  readonly keys = new Map<string, string>();
  standing: OrderStanding;
  components: readonly Component[];

  constructor(readonly sale: Sale) {
    const { lines, leaves, credits } = freezeSale(sale);
    this.rows.lines.push(...lines.map((one) => ({ ...one, amendment_id: null })));
    this.rows.leaves.push(...leaves.map((one) => ({ ...one, amendment_id: null })));
    this.credits.push(...credits);
    [this.standing, this.components] = this.rebuilt();
  }

  /** What the rows alone say. */
  rebuilt(): [OrderStanding, readonly Component[]] {
    const { lines, leaves, voids, amendments, transactions } = this.rows;
    const off = (id: string) =>
      voids.filter((one) => one.leaf_id === id).reduce((sum, one) => sum + one.amount_fen, 0);
    const standing: OrderStanding = {
      leaves: leaves.map((leaf) => ({
        ...leaf,
        amount_fen: leaf.amount_fen - off(leaf.id),
        captured_fen: 0,
        reversed_fen: 0,
      })),
      balances: new Map(),
      quantities: new Map(),
      unattributed_fen: 0,
    };
    for (const one of transactions) applyLegs(standing, one, one.postings);
    const first = lines.filter((one) => one.amendment_id === null);
    let components: readonly Component[] = componentsOf(
      first,
      leaves.filter((one) => one.amendment_id === null),
    );
    for (const line of first) standing.quantities.set(line.order_line_id, line.quantity);
    for (const { id } of amendments) {
      const kept = this.#kept.get(id);
      if (!kept) continue;
      components = kept.standing;
      for (const [key, quantity] of kept.quantities) standing.quantities.set(key, quantity);
    }
    return [standing, components];
  }

  readonly #kept = new Map<string, { standing: Component[]; quantities: Map<string, number> }>();

  /** A process that starts anew knows nothing but rows. */
  restart(): void {
    [this.standing, this.components] = this.rebuilt();
  }

  capture(id: string, amount_fen: number): boolean {
    const legs = capturePostings(this.sale.order_id, amount_fen, this.standing.leaves);
    return this.#post(`capture:${id}`, "capture", "payment", id, amount_fen, legs);
  }

  /** False when the ledger refuses. */
  refund(refund: RefundMovement): boolean {
    const key = `refund:${refund.id}`;
    if (this.keys.has(key)) return true;
    const legs = refundPostings(refund, this.standing);
    if (!legs) return false;
    const { cause, amount_fen } = refund;
    return this.#post(key, "refund", cause, refund.id, amount_fen, legs, refund);
  }

  amend(change: OrderChange): boolean {
    if (this.rows.amendments.some((one) => one.id === change.id)) return false;
    const undone = undoneBy(change, this.rows.transactions);
    const plan = planChange(change, this.components, this.standing, undone);
    const after_seq = this.rows.transactions.at(-1)?.seq ?? 0;
    this.rows.amendments.push({ id: change.id, after_seq, change });
    const amendment_id = change.id;
    this.rows.lines.push(...plan.lines.map((one) => ({ ...one, amendment_id })));
    this.rows.leaves.push(...plan.leaves.map((one) => ({ ...one, amendment_id })));
    this.credits.push(...plan.credits);
    for (const { leaf, amount_fen } of plan.voids)
      this.rows.voids.push({ amendment_id, leaf_id: leaf.id, amount_fen });
    this.#kept.set(change.id, { standing: plan.standing, quantities: plan.quantities });
    this.restart();
    for (const { part, kind, cause, amount_fen, legs } of plan.transactions) {
      const id = `${change.id}:${part}`;
      this.#post(`${kind}:${id}`, kind, cause, id, amount_fen, legs);
    }
    return true;
  }

  /** Moves whole credits, or part of what is paid when a transfer came back. */
  move(
    kind: TransactionKind,
    [from, to]: readonly [keyof StateBalances, keyof StateBalances],
    picks: (credit_id: string, held: number) => number,
  ): void {
    const legs = [...this.standing.balances].flatMap(([credit_id, states]) => {
      const leaf = this.standing.leaves.find((one) => one.credit_id === credit_id);
      const amount_fen = picks(credit_id, states[from]);
      if (!leaf || amount_fen === 0) return [];
      const { order_id } = this.sale;
      const credit = { credit_id, leaf_id: leaf.id, household_id: leaf.owner_id, order_id };
      return movePostings(credit, from, to, amount_fen);
    });
    const id = `${kind}:${this.rows.transactions.length.toString()}`;
    const amount = legs.reduce((sum, leg) => sum + Math.max(0, leg.amount_fen), 0);
    this.#post(id, kind, "test", null, amount, legs);
  }

  /**
   * Moves all that named credits hold, once for a key.
   *
   * @returns whether it stands now as asked; false when the key moved other credits
   */
  moveNamed(asked: Move, filter: CreditFilter): boolean {
    const hash = hashOfMove(asked, filter);
    const known = this.keys.get(asked.key);
    if (known !== undefined) return known === hash;
    const named = filter.credit_ids ?? [];
    this.move(asked.kind, [asked.from, asked.to], (credit_id, held) =>
      named.includes(credit_id) ? held : 0,
    );
    this.keys.set(asked.key, hash);
    return true;
  }

  /** What a replay of the rows finds wrong. */
  differences() {
    return replayOrder({ order_id: this.sale.order_id, ...this.rows });
  }

  #post(
    key: string,
    kind: TransactionKind,
    cause: string,
    source_id: string | null,
    amount_fen: number,
    postings: Posting[],
    facts: Partial<
      Pick<StoredTransaction, "returned" | "bearers" | "in_transit" | "for_line">
    > = {},
  ): boolean {
    if (this.keys.has(key)) return false;
    if (postings.length === 0) return true;
    const seq = this.rows.transactions.length + 1;
    this.keys.set(key, key);
    const { returned = [], bearers = [], in_transit = [], for_line = null } = facts;
    const why = { returned, bearers, in_transit, for_line };
    this.rows.transactions.push({ seq, kind, source_id, amount_fen, cause, ...why, postings });
    applyLegs(this.standing, { kind, cause }, postings);
    return true;
  }
}
