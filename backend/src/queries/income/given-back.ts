/** What a cancelled claim gave back to a credit that the claim had taken from. */
import type { Fen } from "../../contract/money";

/** SQL on a leg `p` of a transaction `t`: whether it gives back. */
export const GIVEN_BACK = "p.amount_fen > 0 and t.kind = 'claim' and t.cause = 'cancelled'";

interface Reversed {
  /** Everything that was ever taken from the household's part. */
  reversed_fen: Fen;
  /** What was taken, above zero, and what was given back, below. */
  reversals: readonly { amount_fen: Fen; borne_by: string }[];
}

/**
 * What stands reversed of a credit.
 *
 * @returns whole fen, never negative: what was taken less what was given back
 */
export function reversedNow({ reversed_fen, reversals }: Reversed): Fen {
  return reversals
    .filter((one) => one.borne_by === "household" && one.amount_fen < 0)
    .reduce((sum, one) => sum + one.amount_fen, reversed_fen);
}
