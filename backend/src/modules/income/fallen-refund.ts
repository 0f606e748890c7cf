/** Refunds that lie on goods which a claim was to send again. Pure. */
import type { Fen } from "../../contract/money";
import type { StandingLeg } from "./standing";
import { refundCauses, type Bearer, type LeafStanding, type Posting } from "./types";

/** A refund as it was posted: why, who bears what households were paid, and where it fell. */
export interface FallenRefund {
  seq: number;
  cause: (typeof refundCauses)[number];
  bearers: readonly Bearer[];
  postings: readonly StandingLeg[];
}

/** What of a refund lies on some leaves. */
interface Lying {
  refund: FallenRefund;
  /** All of it, above zero. */
  amount_fen: Fen;
  /** What others than the leaves' own households bore of it, turned round. */
  borne: Posting[];
}

/** What of an order's refund lies on some of its leaves; null when nothing does. */
export function fallenOn(
  order_id: string,
  refund: FallenRefund,
  leaves: readonly LeafStanding[],
): Lying | null {
  const own = refund.postings.filter((one) => leaves.some((leaf) => leaf.id === one.leaf_id));
  const amount_fen = -own.reduce((all, one) => all + one.amount_fen, 0);
  if (amount_fen <= 0) return null;
  const borne = own.flatMap((one) => bornePosting(order_id, one) ?? []);
  return { refund, amount_fen, borne };
}

function bornePosting(
  order_id: string,
  { account_id, leaf_id, credit_id, amount_fen }: StandingLeg,
): Posting | null {
  const [kind = "", owner_id = "platform"] = account_id.split(":");
  if (kind !== "loss_pool" && kind !== "borne") return null;
  const own = { order_id, leaf_id, credit_id, amount_fen: -amount_fen };
  return { account_id, kind, owner_id, state: null, ...own };
}

/** A transaction of an order, as far as a cancelled claim asks. */
export interface KeptTransaction {
  seq: number;
  kind: string;
  cause: string;
  source_id: string | null;
  bearers: readonly Bearer[];
  postings: readonly StandingLeg[];
}

/** Behind the change's id in the key of a refund that was laid anew; a letter for each follows. */
export const LAID_ANEW = "moved";

/** Which of an order's transactions are refunds, or refunds that were laid anew. */
export function refundsAmong(transactions: readonly KeptTransaction[]): FallenRefund[] {
  return transactions.flatMap(({ kind, cause, source_id, ...one }) => {
    const isMoved = kind === "amend" && source_id?.includes(`:${LAID_ANEW}`) === true;
    const why = refundCauses.find((known) => known === cause);
    return (kind === "refund" || isMoved) && why ? [{ ...one, cause: why }] : [];
  });
}
