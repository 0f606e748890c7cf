/** Which arrived money may pay which order. Pure: it proposes, a person confirms. */
import { createHash } from "node:crypto";

import type { Fen } from "../../contract/fen";

/** A row of a statement that brought money and has some of it left. */
export interface Arrival {
  id: string;
  booked_on: string;
  in_fen: Fen;
  /** What no order has taken yet. */
  left_fen: Fen;
  serial: string | null;
  remark: string | null;
  payer_masked: string | null;
  reference: string | null;
}

/** An order that waits for its transfer. */
export interface Awaited {
  order_id: string;
  reference: string;
  due_fen: Fen;
}

/** Arrived money beside the order that it may pay. */
export interface Proposal<A extends Arrival, O extends Awaited> {
  order: O;
  rows: A[];
  basis: "reference" | "amount";
  standing: "exact" | "partial" | "over";
  /** Arrived minus due: negative when something is missing. */
  difference_fen: number;
}

// The signs of our references, and whatever banks put between them.
const REFERENCE = /Y\s?G[\s\-_.:：－—–]*([2-9A-HJ-KM-NP-TV-Z](?:\s?[2-9A-HJ-KM-NP-TV-Z]){7})/i;

/**
 * The reference of an order as it stands in a remark, whatever payer and bank did to case, dashes and spaces.
 *
 * @returns "YG-" and eight signs, or null when none stands there
 */
export function transferReferenceIn(remark: string): string | null {
  const found = REFERENCE.exec(remark.normalize("NFKC").toUpperCase())?.[1];
  return found ? `YG-${found.replace(/\s/g, "")}` : null;
}

/**
 * Pairs rows with orders: by the reference, in any amount and by several rows; without a reference by an
 * amount that only one row and only one order has.
 *
 * @returns every row stands in one proposal at most
 */
export function matchArrivals<A extends Arrival, O extends Awaited>(
  rows: readonly A[],
  awaited: readonly O[],
): { proposals: Proposal<A, O>[]; left: A[] } {
  const byReference = awaited.flatMap((order) => {
    const own = rows.filter((row) => row.reference === order.reference);
    return own.length > 0 ? [proposalOf(order, own, "reference")] : [];
  });
  const taken = new Set(byReference.flatMap(({ rows: own }) => own.map(({ id }) => id)));
  const paid = new Set(byReference.map(({ order }) => order.order_id));
  const nameless = rows.filter((row) => row.reference === null);
  const open = awaited.filter(({ order_id }) => !paid.has(order_id));
  const byAmount = open.flatMap((order) => {
    const alike = nameless.filter((row) => row.left_fen === order.due_fen);
    const rivals = open.filter(({ due_fen }) => due_fen === order.due_fen);
    return alike.length === 1 && rivals.length === 1 ? [proposalOf(order, alike, "amount")] : [];
  });
  for (const { rows: own } of byAmount) for (const { id } of own) taken.add(id);
  return {
    proposals: [...byReference, ...byAmount],
    left: rows.filter(({ id }) => !taken.has(id)),
  };
}

function proposalOf<A extends Arrival, O extends Awaited>(
  order: O,
  rows: A[],
  basis: "reference" | "amount",
): Proposal<A, O> {
  const difference_fen = rows.reduce((sum, { left_fen }) => sum + left_fen, 0) - order.due_fen;
  const standing = difference_fen === 0 ? "exact" : difference_fen < 0 ? "partial" : "over";
  return { order, rows, basis, standing, difference_fen };
}

/** The bank's own number of one row; for several rows a number that stands for all of them. */
export function bankReferenceOf(rows: readonly Pick<Arrival, "id" | "serial">[]): string {
  const [only, ...more] = rows;
  if (only?.serial && more.length === 0 && /^[A-Za-z0-9-]{4,60}$/.test(only.serial)) {
    return only.serial;
  }
  const ids = rows.map(({ id }) => id).toSorted();
  return `RK-${createHash("sha256").update(ids.join()).digest("hex").slice(0, 20)}`;
}
