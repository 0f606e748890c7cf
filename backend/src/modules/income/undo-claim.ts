/** A claim that was cancelled: what was credited for goods that are not sent after all goes back. Pure. */
import { allocate } from "../../contract/split";
import type { Fen } from "../../contract/money";
import { fill, sum, type Taken } from "./fill";
import { leg } from "./postings";
import { reversalLegs, type RefundGround } from "./refund-postings";
import type { StandingLeg } from "./standing";
import type { Posting, Reversal } from "./types";

/** What follows a cancelled claim. */
export interface UndoneClaim {
  /** What the leaves of the goods that were to be sent may hold less. */
  voids: Taken[];
  /** Add up to zero; none when the claim moved nothing, or nothing of it is left. */
  legs: Posting[];
}

/**
 * Takes back what a claim credited, and gives it to whom the claim took it from: to households as income
 * that is expected again, for their goods are sold again, and to whoever bore the rest. What has been
 * refunded of the goods meanwhile stays refunded; what reached a household stays there, and its bearer
 * bears it.
 *
 * @param order_id the order
 * @param claim the legs that the claim posted
 * @param reversal who bears what a household was already paid
 * @param ground standings before it
 */
export function undoClaim(
  order_id: string,
  claim: readonly StandingLeg[],
  reversal: Reversal,
  ground: RefundGround,
): UndoneClaim {
  const given = claim.filter((one) => one.amount_fen > 0);
  const sent = new Set(given.map((one) => one.leaf_id));
  const rooms = ground.leaves
    .filter((leaf) => sent.has(leaf.id))
    .map((leaf) => ({ leaf, room: leaf.captured_fen - leaf.reversed_fen }));
  const most = given.reduce((all, one) => all + one.amount_fen, 0);
  const voids = fill(most, rooms);
  // The household that was to send again loses it, whatever the claim's cause: nothing went out.
  const taking = { ...reversal, cause: "buyer" } as const;
  const out = voids.flatMap((one) => reversalLegs(order_id, one, taking, ground.balances));
  return { voids, legs: [...out, ...backLegs(order_id, claim, sum(voids), ground)] };
}

/** Gives an amount back to the accounts that a claim took it from, by what it took from each. */
function backLegs(
  order_id: string,
  claim: readonly StandingLeg[],
  amount_fen: Fen,
  { leaves }: RefundGround,
): Posting[] {
  const taken = claim.filter((one) => one.amount_fen < 0);
  if (amount_fen === 0 || taken.length === 0) return [];
  const weights = taken.map((one, i) => ({
    id: i.toString().padStart(6, "0"),
    weight: -one.amount_fen,
  }));
  const amounts = allocate(amount_fen, weights);
  return taken
    .map(({ account_id, leaf_id, credit_id }, i): Posting => {
      const back = amounts[i] ?? 0;
      const leaf = leaves.find((one) => one.id === leaf_id);
      const [kind = "", owner_id = "platform", state] = account_id.split(":");
      if (leaf && state !== undefined) return leg(order_id, leaf, "expected", back);
      const account = { account_id, kind, owner_id, state: null };
      return { ...account, order_id, leaf_id, credit_id, amount_fen: back };
    })
    .filter((posting) => posting.amount_fen !== 0);
}
