/** The nodes of the money flow's picture, without schemas, for the browser. */

/** Where money comes from in a month. */
export const flowSources = [
  "buyers",
  "entries",
  "compensation",
  "loss_pool",
  "borne",
  "edited",
  "earlier",
] as const;
/** Who or what it passes. */
export const flowParties = [
  "household_business",
  "household_wage",
  "household_property",
  "household_transfer",
  "service",
  "packing",
  "freight",
  "platform",
  "shipping",
  "tax",
  "unattributed",
  "others",
] as const;
/** Where it is at the end of the month. */
export const flowEnds = [
  "expected",
  "earned",
  "settled",
  "paid",
  "confirmed",
  "returned",
  "entries_back",
  "edited_away",
  "joined",
] as const;
