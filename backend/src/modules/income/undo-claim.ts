/** A claim that was cancelled: what was credited for goods that are not sent after all goes back. Pure. */
import { allocate } from "../../contract/split";
import type { Fen } from "../../contract/money";
import { fallenOn, refundsAmong, type FallenRefund, type KeptTransaction } from "./fallen-refund";
import { fill, sum, type Taken } from "./fill";
import { leg, unattributed } from "./postings";
import { reversalLegs, type RefundGround } from "./refund-postings";
import type { OrderChange } from "./change-types";
import type { StandingLeg } from "./standing";
import type { LeafStanding, Posting, Reversal } from "./types";

/** What a claim has left in the ledger that an order change cancels. */
export interface Undone {
  /** The legs that it posted; none when it moved nothing. */
  claim: readonly StandingLeg[];
  /** Refunds that were posted since, in their order. */
  refunds: readonly FallenRefund[];
}

/** A cancelled claim that left nothing. */
export const NOTHING_UNDONE: Undone = { claim: [], refunds: [] };

/**
 * What a claim has left which an order change cancels.
 *
 * @param change the change
 * @param transactions the order's
 * @param upto the last of them before the change
 */
export function undoneBy(
  { undoes }: Pick<OrderChange, "undoes">,
  transactions: readonly KeptTransaction[],
  upto = Infinity,
): Undone & { claim_seq?: number } {
  const before = transactions.filter((one) => one.seq <= upto);
  const source_id = `${undoes ?? ""}:claim`;
  const posted = before.find((one) => one.kind === "claim" && one.source_id === source_id);
  if (!posted) return NOTHING_UNDONE;
  return { claim_seq: posted.seq, claim: posted.postings, refunds: refundsAmong(before) };
}

/** What follows a cancelled claim. */
export interface UndoneClaim {
  /** What the leaves of the goods that were to be sent may hold less. */
  voids: Taken[];
  /** Add up to zero; none when the claim moved nothing, or nothing of it is left. */
  legs: Posting[];
  /** Refunds that lay on these goods, and how much of each did: `unattributed` bears it until they are laid anew. */
  fallen: { refund: FallenRefund; amount_fen: Fen }[];
}

/**
 * Takes back what a claim credited, and gives it to whom the claim took it from: to households as income
 * that is expected again, for their goods are sold again, and to whoever bore the rest. What reached a household
 * stays there, and its bearer bears it. What has been refunded of the goods meanwhile comes out of
 * `unattributed`, and is to be laid on what the claim named (`layAnew`): the end is the same whether the
 * ledger hears of the refund first or of the cancellation.
 *
 * @param order_id the order
 * @param undone what the claim has left
 * @param reversal who bears what a household was already paid
 * @param ground standings before it
 */
export function undoClaim(
  order_id: string,
  { claim, refunds }: Undone,
  reversal: Reversal,
  ground: RefundGround,
): UndoneClaim {
  const given = claim.filter((one) => one.amount_fen > 0);
  const sent = ground.leaves.filter((leaf) => given.some((one) => one.leaf_id === leaf.id));
  const most = given.reduce((all, one) => all + one.amount_fen, 0);
  const lying = refunds.flatMap((refund) => fallenOn(order_id, refund, sent) ?? []);
  const borne = lying.flatMap((one) => one.borne);
  const voids = fill(most, roomsOf(sent, borne));
  // The household that was to send again loses it, whatever the claim's cause: nothing went out.
  const taking = { ...reversal, cause: "buyer" } as const;
  const out = voids.flatMap((one) => reversalLegs(order_id, one, taking, ground.balances));
  const freed = sum(voids) - borne.reduce((all, one) => all + one.amount_fen, 0);
  const back = Math.min(most, freed + lying.reduce((all, one) => all + one.amount_fen, 0));
  const legs = [
    ...out,
    ...borne,
    ...backLegs(order_id, claim, back, ground),
    ...unattributed(order_id, freed - back),
  ].filter((posting) => posting.amount_fen !== 0);
  return { voids, legs, fallen: lying.map(({ refund, amount_fen }) => ({ refund, amount_fen })) };
}

/**
 * Lays a refund anew that lay on goods of a cancelled claim: on what the claim named, as far as anything is left
 * there, and the rest as any refund without goods.
 *
 * @param order_id the order
 * @param refund the refund
 * @param amount_fen how much of it; `unattributed` bears it meanwhile, with `later_fen` of further ones
 * @param claim the legs that the claim posted
 * @param in_transit what bank orders are carrying
 * @param ground standings after the claim was undone
 * @returns legs that add up to zero
 */
export function layAnew(
  order_id: string,
  { refund, amount_fen, later_fen }: { refund: FallenRefund; amount_fen: Fen; later_fen: Fen },
  claim: readonly StandingLeg[],
  in_transit: Reversal["in_transit"],
  ground: RefundGround,
): Posting[] {
  const held = ground.leaves.map((leaf) => ({ leaf, room: leaf.captured_fen - leaf.reversed_fen }));
  const named = new Set(claim.filter((one) => one.amount_fen < 0).map((one) => one.leaf_id));
  const first = fill(
    amount_fen,
    held.filter(({ leaf }) => named.has(leaf.id)),
  );
  const rest = amount_fen - sum(first);
  const beyond = Math.min(rest, Math.max(0, ground.unattributed_fen + amount_fen + later_fen));
  const others = held.filter(({ leaf }) => !named.has(leaf.id));
  const taken = [...first, ...fill(rest - beyond, others)];
  const reversal = { ...refund, returned: [], in_transit };
  return [
    ...taken.flatMap((one) => reversalLegs(order_id, one, reversal, ground.balances)),
    ...unattributed(order_id, sum(taken)),
  ].filter((posting) => posting.amount_fen !== 0);
}

/** What leaves hold, with what others than their households bore of refunds: that is given back to them. */
function roomsOf(sent: readonly LeafStanding[], borne: readonly Posting[]) {
  return sent.map((leaf) => ({
    leaf,
    room: borne
      .filter((one) => one.leaf_id === leaf.id)
      .reduce((room, one) => room + one.amount_fen, leaf.captured_fen - leaf.reversed_fen),
  }));
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
  return taken.map(({ account_id, leaf_id, credit_id }, i): Posting => {
    const back = amounts[i] ?? 0;
    const leaf = leaves.find((one) => one.id === leaf_id);
    const [kind = "", owner_id = "platform", state] = account_id.split(":");
    if (leaf && state !== undefined) return leg(order_id, leaf, "expected", back);
    const account = { account_id, kind, owner_id, state: null };
    return { ...account, order_id, leaf_id, credit_id, amount_fen: back };
  });
}
