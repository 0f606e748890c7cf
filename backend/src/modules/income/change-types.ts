/** Changes of an order after it was placed, and what they leave behind. */
import type { Fen } from "../../contract/money";
import type { LineTerms, Returned, Reversal, Sale, SaleLine } from "./types";

/** What stands sold on one component of an order: a line of Medusa, or shipping, or tax. */
export interface Component {
  /** Medusa's line, `~shipping` or `~tax`. */
  key: string;
  quantity: number;
  paid_fen: Fen;
  /** The terms of its first part, for what remains of a line that nobody has paid yet. */
  terms: LineTerms | null;
}

/** A claim's replacement: goods sent again, which the buyer does not pay. */
export interface Replacement {
  /** Units that the buyer complained of. */
  claimed: readonly Returned[];
  /** What is sent instead; a weight of zero takes the value of what was claimed. */
  sent: readonly SaleLine[];
}

/** A change of an order after it was placed; its cause says why goods came back or are sent again. */
export interface OrderChange extends Reversal {
  /** Medusa's order change. */
  id: string;
  order_id: string;
  version: number;
  change: "edit" | "exchange" | "claim" | "return" | "claim_cancelled";
  at: string;
  /** The order as it stands after the change, replacements left out. */
  target: Sale;
  replacement: Replacement | null;
  /** The order change of the claim that this one cancels. */
  undoes: string | null;
  /** Whether refunds that lie on the claim's goods are laid anew; changes of before that was done do not say so. */
  moves_refunds?: boolean;
}

/** An amendment as it is kept: the change that it followed, and when it came among the transactions. */
export interface Amendment {
  id: string;
  /** The order's last transaction before it; 0 when there was none. */
  after_seq: number;
  change: OrderChange;
}
