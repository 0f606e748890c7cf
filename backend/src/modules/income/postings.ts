/** The legs of each kind of transaction. Pure; the legs of one transaction add up to zero. */
import type { CreditState } from "../../contract/words";
import type { Fen } from "../../contract/money";
import { fill } from "./fill";
import type { LeafStanding, Posting } from "./types";

/** Whoever pays. */
export const BUYERS = {
  account_id: "buyers",
  kind: "buyers",
  owner_id: "buyers",
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

/** Money of an order that has no goods behind it. */
export function unattributed(order_id: string, amount_fen: Fen): Posting[] {
  const account = {
    account_id: "unattributed",
    kind: "unattributed",
    owner_id: "platform",
    state: null,
  } as const;
  return [{ ...account, order_id, leaf_id: null, credit_id: null, amount_fen }];
}

/** One leg on the account of a leaf's owner. */
export function leg(
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
