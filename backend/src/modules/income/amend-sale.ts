/** What an order change adds to a frozen sale, and what it takes off. Pure. */
import { allocate } from "../../contract/split";
import type { Fen } from "../../contract/money";
import { fill, merge, type Room, type Taken } from "./fill";
import { freezeLine, leaf as leafOf, SHIPPING, TAX } from "./freeze-sale";
import { addedLineId, lineOf } from "./line-of";
import type { Component } from "./change-types";
import type {
  FrozenCredit,
  FrozenLine,
  Leaf,
  LeafStanding,
  LineTerms,
  Sale,
  SaleLine,
} from "./types";

/** The rows of an amendment. */
export interface Amended {
  /** Frozen lines that are new, with their leaves and credits. */
  lines: FrozenLine[];
  leaves: Leaf[];
  credits: FrozenCredit[];
  /** What leaves may hold less from now on. */
  voids: Taken[];
  /** The captured part of it: money that has lost its goods. */
  out: Taken[];
  /** What stands sold on each component afterwards. */
  standing: Component[];
}

interface Step {
  order_id: string;
  version: number;
  leaves: readonly LeafStanding[];
}

/**
 * Compares what stands frozen with the order as it is now. What grew is frozen anew at the terms in
 * force at the change; what shrank is taken off its leaves, first what nobody has paid yet.
 *
 * @param target the order as it stands after the change, weighed at the terms in force at the change
 * @param standing what stands sold on each component
 * @param step the order's version after the change, and its leaves
 * @returns rows; `out` is the captured part of `voids`
 */
export function amendSale(target: Sale, standing: readonly Component[], step: Step): Amended {
  const wanted = wantedOf(target, standing);
  const before = new Map(standing.map((one) => [one.key, one]));
  const result: Amended = { lines: [], leaves: [], credits: [], voids: [], out: [], standing: [] };
  for (const now of wanted) {
    const known = before.get(now.key);
    const was = known ?? { ...now, paid_fen: 0, quantity: 0 };
    const id = known ? addedLineId(now.key, step.version) : now.key;
    if (now.paid_fen > was.paid_fen) grow(result, now, was, { ...step, id });
    if (now.paid_fen < was.paid_fen) shrink(result, now, was, step);
    const { key, quantity, paid_fen } = now;
    result.standing.push({ key, quantity, paid_fen, terms: was.terms });
  }
  return result;
}

interface Wanted extends Component {
  line: SaleLine | null;
}

/** What each component should hold; components that did not change keep every fen that they have. */
function wantedOf(target: Sale, standing: readonly Component[]): Wanted[] {
  const weighed = [
    ...target.lines.map((line) => ({ key: line.order_line_id, line, weight: line.weight_micro })),
    { key: SHIPPING, line: null, weight: target.shipping_micro },
    { key: TAX, line: null, weight: target.tax_micro },
  ];
  const gone = standing
    .filter(({ key }) => !weighed.some((one) => one.key === key))
    .map(({ key }) => ({ key, line: null, weight: 0 }));
  const all = [...weighed, ...gone].map(({ key, line, weight }) => {
    const was = standing.find((one) => one.key === key);
    const quantity = line?.quantity ?? 0;
    const kept = was?.quantity === quantity && isWorth(was.paid_fen, weight) ? was.paid_fen : null;
    return { key, line, weight, quantity, terms: line?.terms ?? null, kept };
  });
  const changed = all.filter((one) => one.kept === null);
  const kept = all.reduce((sum, one) => sum + (one.kept ?? 0), 0);
  const amounts = shares(Math.max(0, target.total_fen - kept), changed);
  return all.map(({ weight: _weight, kept: own, ...one }) => ({
    ...one,
    paid_fen: own ?? amounts.get(one.key) ?? 0,
  }));
}

/** Whether an amount is what a weight says, but for the fen that largest remainders give or take. */
function isWorth(paid_fen: Fen, weight_micro: number): boolean {
  return Math.abs(paid_fen * 10_000 - weight_micro) <= 10_000;
}

function shares(total_fen: Fen, takers: readonly { key: string; weight: number }[]) {
  if (takers.every((one) => one.weight === 0)) return new Map<string, Fen>();
  const amounts = allocate(
    total_fen,
    takers.map((one) => ({ id: one.key, weight: one.weight })),
  );
  return new Map(takers.map((one, i) => [one.key, amounts[i] ?? 0]));
}

function grow(
  result: Amended,
  now: Wanted,
  was: Component,
  step: Step & { /** Of the frozen line to add. */ id: string },
): void {
  const more = now.quantity - was.quantity;
  const paid_fen = now.paid_fen - was.paid_fen;
  if (!now.line) {
    const part = now.key === SHIPPING ? "shipping" : "tax";
    const id = `${addedLineId(step.order_id, step.version)}:${part}`;
    result.leaves.push(leafOf(id, null, part, "platform", null, paid_fen));
    return;
  }
  const line = {
    ...now.line,
    order_line_id: step.id,
    quantity: Math.max(1, more),
    terms: more > 0 ? now.line.terms : withoutUnitFees(now.line.terms),
    paid_fen,
  };
  freeze(result, line);
}

/** A dearer unit is not another unit: nothing more is packed or carried for it. */
function withoutUnitFees(terms: LineTerms | null): LineTerms | null {
  return terms && { ...terms, packing_fen: 0, freight_fen: 0 };
}

function freeze(result: Amended, line: FrozenLine): void {
  const { leaves, credits } = freezeLine(line);
  result.lines.push(line);
  result.leaves.push(...leaves.filter((one) => one.amount_fen > 0));
  result.credits.push(...credits);
}

function shrink(result: Amended, now: Wanted, was: Component, step: Step): void {
  const own = step.leaves.filter((one) => keyOf(one) === now.key);
  const open = own.map((one) => ({ leaf: one, room: one.amount_fen - one.captured_fen }));
  const isUnpaid = own.every((one) => one.captured_fen === 0);
  if (isUnpaid && now.line) {
    // Nobody has paid yet: what remains is divided anew by the terms of the sale, as if sold so.
    result.voids.push(...fill(was.paid_fen, open));
    if (now.paid_fen === 0) return;
    const order_line_id = addedLineId(now.key, step.version);
    const { quantity, paid_fen } = now;
    freeze(result, { ...now.line, order_line_id, quantity, terms: was.terms, paid_fen });
    return;
  }
  const less = was.paid_fen - now.paid_fen;
  const unpaid = fill(less, open);
  const left = less - unpaid.reduce((sum, one) => sum + one.amount_fen, 0);
  const out = fill(left, heldRooms(own));
  result.out.push(...out);
  result.voids.push(...merge([...unpaid, ...out]));
}

function heldRooms(leaves: readonly LeafStanding[]): Room[] {
  return leaves.map((leaf) => ({ leaf, room: leaf.captured_fen - leaf.reversed_fen }));
}

/** The component that a leaf belongs to. */
export function keyOf({ order_line_id, part }: Pick<Leaf, "order_line_id" | "part">): string {
  if (order_line_id !== null) return lineOf(order_line_id);
  return part === "shipping" ? SHIPPING : TAX;
}
