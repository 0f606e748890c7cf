/** The legs of each kind of transaction. Pure; the legs of one transaction add up to zero. */
import { creditStates, type CreditState } from "../../contract/words";
import type { Fen } from "../../contract/money";
import { fill, merge, sum, type Room, type Taken } from "./fill";
import type { LeafStanding, Posting, RefundCause, RefundMovement, StateBalances } from "./types";

const BUYERS = { account_id: "buyers", kind: "buyers", owner_id: "buyers", state: null } as const;
const LOSS_POOL = {
  account_id: "loss_pool",
  kind: "loss_pool",
  owner_id: "platform",
  state: null,
} as const;

/**
 * The legs of a capture: from the buyers to the leaves of the sale, by what is not captured yet.
 *
 * @param order_id the order
 * @param amount_fen whole fen captured, above zero
 * @param leaves every leaf of the sale with its standing
 * @returns legs that add up to zero; what exceeds the sale stands on the account `unattributed`
 */
export function capturePostings(
  order_id: string,
  amount_fen: Fen,
  leaves: readonly LeafStanding[],
): Posting[] {
  const open = leaves.map((leaf) => ({ leaf, room: leaf.amount_fen - leaf.captured_fen }));
  const taken = fill(amount_fen, open);
  const excess = amount_fen - taken.reduce((sum, t) => sum + t.amount_fen, 0);
  const legs = taken.map(({ leaf, amount_fen: fen }) => leg(order_id, leaf, "expected", fen));
  return [
    { ...BUYERS, order_id, leaf_id: null, credit_id: null, amount_fen: -amount_fen },
    ...legs,
    ...unattributed(order_id, excess),
  ].filter((posting) => posting.amount_fen !== 0);
}

/** What a refund needs to know of the order. */
export interface RefundGround {
  leaves: readonly LeafStanding[];
  /** Balances of each credit by state. */
  balances: ReadonlyMap<string, StateBalances>;
  /** Units sold on each line. */
  quantities: ReadonlyMap<string, number>;
  /** Captured for the order beyond its leaves and not refunded yet. */
  unattributed_fen: Fen;
}

/**
 * The legs of a refund. Returned lines come first, then the rest by what is left on every leaf.
 * A household's part is taken back from what it has not been paid; what it has been paid is never
 * clawed back and goes to the loss pool, like everything that freight or the platform caused.
 *
 * @param refund the refund with its cause and returned lines
 * @param ground standings before it
 * @returns legs that add up to zero, or null when more is refunded than is left
 */
export function refundPostings(refund: RefundMovement, ground: RefundGround): Posting[] | null {
  const { order_id, amount_fen } = refund;
  const standing = ground.leaves.map((leaf) => ({
    leaf,
    room: leaf.captured_fen - leaf.reversed_fen,
  }));
  const byLine = fillReturned(refund, standing, ground.quantities);
  const reversed = new Map(byLine.map((t) => [t.leaf.id, t.amount_fen]));
  const rest = amount_fen - sum(byLine);
  const after = standing.map(({ leaf, room }) => ({
    leaf,
    room: room - (reversed.get(leaf.id) ?? 0),
  }));
  const byAmount = fill(rest, after);
  const beyond = rest - sum(byAmount);
  if (beyond > ground.unattributed_fen) return null;
  const legs = merge([...byLine, ...byAmount]).flatMap(({ leaf, amount_fen: fen }) =>
    reversalLegs(order_id, leaf, fen, refund.cause, ground.balances),
  );
  return [
    { ...BUYERS, order_id, leaf_id: null, credit_id: null, amount_fen },
    ...legs,
    ...unattributed(order_id, -beyond),
  ].filter((posting) => posting.amount_fen !== 0);
}

/**
 * The legs that move what a credit holds in one state to the next.
 *
 * @returns two legs, or none when the state holds nothing
 */
export function movePostings(
  credit: { credit_id: string; leaf_id: string; household_id: string; order_id: string },
  from: CreditState,
  to: CreditState,
  amount_fen: Fen,
): Posting[] {
  if (amount_fen === 0) return [];
  const leaf = {
    id: credit.leaf_id,
    part: "household",
    owner_id: credit.household_id,
    credit_id: credit.credit_id,
  } as const;
  return [
    leg(credit.order_id, leaf, from, -amount_fen),
    leg(credit.order_id, leaf, to, amount_fen),
  ];
}

/** Takes the value of returned units back from their own lines, as far as the refund goes. */
function fillReturned(
  refund: RefundMovement,
  standing: readonly Room[],
  quantities: ReadonlyMap<string, number>,
): Taken[] {
  const rooms = refund.returned.flatMap(({ order_line_id, quantity }) => {
    const sold = quantities.get(order_line_id) ?? 0;
    if (sold === 0) return [];
    const own = standing.filter(({ leaf }) => leaf.order_line_id === order_line_id);
    const captured = own.reduce((all, { leaf }) => all + leaf.captured_fen, 0);
    const reversed = own.reduce((all, { leaf }) => all + leaf.reversed_fen, 0);
    // All units returned so far are worth this much; what was reversed before is part of it.
    const due = Math.max(0, Math.floor((captured * Math.min(quantity, sold)) / sold) - reversed);
    return fill(due, own).map((t) => ({ leaf: t.leaf, room: t.amount_fen }));
  });
  return fill(refund.amount_fen, rooms);
}

/** From which states a household's part is taken back, the least advanced first. */
const REVERSIBLE = creditStates.filter((state) => state !== "paid" && state !== "confirmed");

function reversalLegs(
  order_id: string,
  leaf: LeafStanding,
  amount_fen: Fen,
  cause: RefundCause,
  balances: ReadonlyMap<string, StateBalances>,
): Posting[] {
  if (leaf.part !== "household") return [leg(order_id, leaf, null, -amount_fen)];
  const own = { order_id, leaf_id: leaf.id, credit_id: leaf.credit_id };
  if (cause === "freight" || cause === "platform")
    return [{ ...LOSS_POOL, ...own, amount_fen: -amount_fen }];
  const held = leaf.credit_id === null ? undefined : balances.get(leaf.credit_id);
  let left = amount_fen;
  const legs = REVERSIBLE.map((state) => {
    const taken = Math.min(left, held?.[state] ?? 0);
    left -= taken;
    return leg(order_id, leaf, state, -taken);
  });
  return [...legs, { ...LOSS_POOL, ...own, amount_fen: -left }].filter((p) => p.amount_fen !== 0);
}

function unattributed(order_id: string, amount_fen: Fen): Posting[] {
  const account = {
    account_id: "unattributed",
    kind: "unattributed",
    owner_id: "platform",
    state: null,
  } as const;
  return [{ ...account, order_id, leaf_id: null, credit_id: null, amount_fen }];
}

function leg(
  order_id: string,
  leaf: Pick<LeafStanding, "id" | "part" | "owner_id" | "credit_id">,
  household_state: CreditState | null,
  amount_fen: Fen,
): Posting {
  const state = leaf.part === "household" ? household_state : null;
  const account_id = [leaf.part, leaf.owner_id, ...(state ? [state] : [])].join(":");
  const account = { account_id, kind: leaf.part, owner_id: leaf.owner_id, state };
  return { ...account, order_id, leaf_id: leaf.id, credit_id: leaf.credit_id, amount_fen };
}
