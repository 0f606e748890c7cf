/** Captures, refunds, and why something goes back. */
import type { Fen } from "../../contract/money";

/** Why money went back. */
export const refundCauses = [
  "buyer",
  "quality",
  "freight",
  "platform",
  "fraud",
  // The buyer's bank took the money back: never a household's loss.
  "chargeback",
] as const;
/** Why money went back. */
export type RefundCause = (typeof refundCauses)[number];

/** A capture or a refund as Medusa recorded it. */
export interface Movement {
  id: string;
  payment_id: string;
  order_id: string;
  amount_fen: Fen;
  at: string;
}

/** Who bears what the households of a line were already paid, by the rule pack in force at the refund. */
export interface Bearer {
  /** Medusa's line. */
  order_line_id: string;
  borne_by: "loss_pool" | "cooperative";
  cooperative_id: string;
  rule_pack_id: string | null;
}

/** Goods that came back, were removed, or were claimed: units of one of Medusa's lines. */
export interface Returned {
  order_line_id: string;
  quantity: number;
}

/** Money that a bank order is carrying to a household: settled in the ledger, but out of reach. */
export interface InTransit {
  credit_id: string;
  amount_fen: Fen;
}

/** Why something goes back, who bears it, and what is out of reach. */
export interface Reversal {
  cause: RefundCause;
  /** Everything that came back so far; empty for an amount-only refund. */
  returned: readonly Returned[];
  bearers: readonly Bearer[];
  in_transit: readonly InTransit[];
}

/** A reversal before the ledger has looked at what is on its way. */
export type Asked<T extends Reversal> = Omit<T, "in_transit">;

/** A refund, with the goods that came back when any did. */
export interface RefundMovement extends Movement, Reversal {
  /** Medusa's line that the money is for, such as that of a complaint: what is left on it is taken first. */
  for_line?: string | null;
}
