/** The legs of an order change: money that lost its goods goes to goods that have no money yet. Pure. */
import type { Fen } from "../../contract/money";
import { fill, merge, sum, type Room, type Taken } from "./fill";
import { lineOf } from "./line-of";
import { leg, unattributed } from "./postings";
import {
  bearerAccount,
  isOfPool,
  returnedDue,
  reversalLegs,
  type RefundGround,
} from "./refund-postings";
import type { LeafStanding, Posting, Reversal } from "./types";

/**
 * An edit: what was captured for removed goods, and money that has stood without goods, goes to the
 * leaves that are not paid yet; what is left waits on `unattributed` for its refund.
 *
 * @param order_id the order
 * @param off the captured part of what was taken off
 * @param reversal who bears what a household was already paid
 * @param ground standings with the added leaves in it and what was taken off still captured
 * @returns legs that add up to zero; none when no money moves
 */
export function editPostings(
  order_id: string,
  off: readonly Taken[],
  reversal: Reversal,
  ground: RefundGround,
): Posting[] {
  const out = merge(off);
  const pool = ground.unattributed_fen + sum(out);
  const into = fill(pool, openRooms(ground.leaves));
  return [
    ...out.flatMap((one) => reversalLegs(order_id, one, reversal, ground.balances)),
    ...into.map(({ leaf, amount_fen }) => leg(order_id, leaf, "expected", amount_fen)),
    ...unattributed(order_id, sum(out) - sum(into)),
  ].filter((posting) => posting.amount_fen !== 0);
}

/**
 * An exchange: what is due for goods that came back pays for goods that are not paid yet.
 *
 * @returns legs that add up to zero; none when nothing is due or nothing is open
 */
export function exchangePostings(
  order_id: string,
  reversal: Reversal,
  ground: RefundGround,
): Posting[] {
  const { returned } = reversal;
  const back = new Set(returned.map((one) => one.order_line_id));
  const open = openRooms(ground.leaves).filter(({ leaf }) => !back.has(lineOf(leaf.order_line_id)));
  const due = returnedDue(returned, heldRooms(ground.leaves), ground.quantities);
  const capacity = open.reduce((all, { room }) => all + room, 0);
  const taken = fill(
    capacity,
    due.map(({ leaf, amount_fen }) => ({ leaf, room: amount_fen })),
  );
  const into = fill(sum(taken), open);
  return [
    ...taken.flatMap((one) => reversalLegs(order_id, one, reversal, ground.balances)),
    ...into.map(({ leaf, amount_fen }) => leg(order_id, leaf, "expected", amount_fen)),
  ];
}

/**
 * A claim: the goods that are sent again are paid by what was captured for the claimed ones, as a
 * refund of that cause would take it; what that does not cover is borne like any loss of that cause.
 *
 * @returns legs that add up to zero; none when nothing is sent
 */
export function claimPostings(
  order_id: string,
  sent: readonly LeafStanding[],
  reversal: Reversal,
  ground: RefundGround,
): Posting[] {
  const { cause, returned, bearers } = reversal;
  const into = openRooms(sent);
  const value = into.reduce((all, { room }) => all + room, 0);
  const due = returnedDue(returned, heldRooms(ground.leaves), ground.quantities);
  const taken = fill(
    value,
    due.map(({ leaf, amount_fen }) => ({ leaf, room: amount_fen })),
  );
  const [claimed] = returned;
  const bearer = bearers.find((one) => one.order_line_id === claimed?.order_line_id);
  const account = bearerAccount(isOfPool(cause) ? undefined : bearer);
  const rest: Fen = value - sum(taken);
  return [
    ...taken.flatMap((one) => reversalLegs(order_id, one, reversal, ground.balances)),
    { ...account, order_id, leaf_id: null, credit_id: null, amount_fen: -rest },
    ...into.map(({ leaf, room }) => leg(order_id, leaf, "expected", room)),
  ].filter((posting) => posting.amount_fen !== 0);
}

function openRooms(leaves: readonly LeafStanding[]): Room[] {
  return leaves
    .map((leaf) => ({ leaf, room: leaf.amount_fen - leaf.captured_fen }))
    .filter(({ room }) => room > 0);
}

function heldRooms(leaves: readonly LeafStanding[]): Room[] {
  return leaves.map((leaf) => ({ leaf, room: leaf.captured_fen - leaf.reversed_fen }));
}
