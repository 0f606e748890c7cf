/** The legs of a refund: whose credit falls, and who bears what a household was already paid. Pure. */
import { creditStates } from "../../contract/words";
import type { Fen } from "../../contract/money";
import { fill, merge, sum, type Room, type Taken } from "./fill";
import { lineOf } from "./line-of";
import { BUYERS, leg, unattributed } from "./postings";
import type {
  Bearer,
  LeafStanding,
  Posting,
  RefundMovement,
  Returned,
  Reversal,
  StateBalances,
} from "./types";

const LOSS_POOL = {
  account_id: "loss_pool",
  kind: "loss_pool",
  owner_id: "platform",
  state: null,
} as const;

/** What a refund needs to know of the order. */
export interface RefundGround {
  leaves: readonly LeafStanding[];
  /** Balances of each credit by state. */
  balances: ReadonlyMap<string, StateBalances>;
  /** Units sold on each of Medusa's lines, removed ones taken off. */
  quantities: ReadonlyMap<string, number>;
  /** Captured for the order beyond its leaves and not refunded yet. */
  unattributed_fen: Fen;
}

/**
 * The legs of a refund. The line that it names comes first, then goods that came back, then money that has no goods, then the rest by
 * what is left on every leaf. A household's part is taken back from what it has not been paid; what it
 * has been paid is never clawed back: the line's bearer bears it, and the loss pool bears everything
 * that freight or the platform caused, or that the buyer's bank took back.
 *
 * @param refund the refund with its cause, the goods that came back, and the bearers by the rule pack
 * @param ground standings before it
 * @returns legs that add up to zero, or null when more is refunded than is left
 */
export function refundPostings(refund: RefundMovement, ground: RefundGround): Posting[] | null {
  const { order_id, amount_fen } = refund;
  const standing = ground.leaves.map((leaf) => ({
    leaf,
    room: leaf.captured_fen - leaf.reversed_fen,
  }));
  const named = fill(amount_fen, roomOf(refund.for_line, standing));
  const open = without(standing, named);
  const due = returnedDue(refund.returned, open, ground.quantities);
  const byLine = fill(
    amount_fen - sum(named),
    due.map(({ leaf, amount_fen: fen }) => ({ leaf, room: fen })),
  );
  const rest = amount_fen - sum(named) - sum(byLine);
  const beyond = Math.min(rest, ground.unattributed_fen);
  const byAmount = fill(rest - beyond, without(open, byLine));
  if (sum(byAmount) < rest - beyond) return null;
  const legs = merge([...named, ...byLine, ...byAmount]).flatMap((taken) =>
    reversalLegs(order_id, taken, refund, ground.balances),
  );
  return [
    { ...BUYERS, order_id, leaf_id: null, credit_id: null, amount_fen },
    ...legs,
    ...unattributed(order_id, -beyond),
  ].filter((posting) => posting.amount_fen !== 0);
}

/** What is left on the leaves of the line that a refund names; nothing when it names none. */
function roomOf(for_line: string | null | undefined, standing: readonly Room[]): Room[] {
  return standing.filter(
    ({ leaf }) => leaf.order_line_id !== null && lineOf(leaf.order_line_id) === for_line,
  );
}

/** What is left on leaves after something was taken. */
function without(standing: readonly Room[], taken: readonly Taken[]): Room[] {
  const gone = new Map(taken.map((t) => [t.leaf.id, t.amount_fen]));
  return standing.map(({ leaf, room }) => ({ leaf, room: room - (gone.get(leaf.id) ?? 0) }));
}

/**
 * What is due for goods that came back, on the leaves of their own lines.
 *
 * @param returned goods that came back so far, whole units by Medusa's line
 * @param standing what is captured and not reversed on each leaf
 * @param quantities units sold on each of Medusa's lines
 * @returns so much of each leaf; what was reversed for the line before is taken off
 */
export function returnedDue(
  returned: readonly Returned[],
  standing: readonly Room[],
  quantities: ReadonlyMap<string, number>,
): Taken[] {
  return returned.flatMap(({ order_line_id, quantity }) => {
    const sold = quantities.get(order_line_id) ?? 0;
    if (sold === 0) return [];
    const own = standing.filter(({ leaf }) => lineOf(leaf.order_line_id) === order_line_id);
    const captured = own.reduce((all, { leaf }) => all + leaf.captured_fen, 0);
    const reversed = own.reduce((all, { leaf }) => all + leaf.reversed_fen, 0);
    // All units that came back so far are worth this much; what was reversed before is part of it.
    const worth = Math.floor((captured * Math.min(quantity, sold)) / sold);
    return fill(Math.max(0, worth - reversed), own);
  });
}

/** From which states a household's part is taken back, the least advanced first. */
const REVERSIBLE = creditStates.filter((state) => state !== "paid" && state !== "confirmed");

/**
 * The legs that take so much of a leaf back.
 *
 * @param taken so much of a leaf; two takings from one leaf must be merged before
 * @param reversal why, who bears what is out of reach, and what a bank order is carrying
 * @param balances what each credit holds
 * @returns legs that add up to what was taken, negative
 */
export function reversalLegs(
  order_id: string,
  { leaf, amount_fen }: Taken,
  { cause, bearers, in_transit }: Reversal,
  balances: ReadonlyMap<string, StateBalances>,
): Posting[] {
  if (leaf.part !== "household") return [leg(order_id, leaf, null, -amount_fen)];
  const own = { order_id, leaf_id: leaf.id, credit_id: leaf.credit_id };
  if (isOfPool(cause)) return [{ ...LOSS_POOL, ...own, amount_fen: -amount_fen }];
  const held = leaf.credit_id === null ? undefined : balances.get(leaf.credit_id);
  const carried = in_transit.find((one) => one.credit_id === leaf.credit_id)?.amount_fen ?? 0;
  let left = amount_fen;
  const legs = REVERSIBLE.map((state) => {
    const there = (held?.[state] ?? 0) - (state === "settled" ? carried : 0);
    const taken = Math.min(left, Math.max(0, there));
    left -= taken;
    return leg(order_id, leaf, state, -taken);
  });
  const bearer = bearers.find((one) => one.order_line_id === lineOf(leaf.order_line_id));
  return [...legs, { ...bearerAccount(bearer), ...own, amount_fen: -left }].filter(
    (posting) => posting.amount_fen !== 0,
  );
}

/** Whether the loss pool bears everything that a cause takes from households. */
export function isOfPool(cause: Reversal["cause"]): boolean {
  return cause === "freight" || cause === "platform" || cause === "chargeback";
}

/** The account of whoever bears a loss; the loss pool where no rule names the cooperative. */
export function bearerAccount(bearer: Bearer | undefined) {
  if (bearer?.borne_by !== "cooperative") return LOSS_POOL;
  const owner_id = bearer.cooperative_id;
  return { account_id: `borne:${owner_id}`, kind: "borne", owner_id, state: null } as const;
}
