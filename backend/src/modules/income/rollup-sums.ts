/** The columns of the roll-ups that are added up, in whole fen. */

/** What stands on a credit. */
export const STANDING_SUMS = [
  "credited_fen",
  "reversed_fen",
  "expected_fen",
  "earned_fen",
  "settled_fen",
  "paid_fen",
  "confirmed_fen",
] as const;

/** What the roll-ups keep of it. */
export const ROLLUP_SUMS = [...STANDING_SUMS, "uncounted_fen"] as const;
