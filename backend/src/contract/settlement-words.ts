/** The words of settlements: where they stand, and what can be said of them. */

/** Where a settlement stands. */
export const settlementStatuses = [
  "draft",
  "submitted",
  "approved",
  "exported",
  "closed",
  "canceled",
] as const;
/** Where a settlement stands. */
export type SettlementStatus = (typeof settlementStatuses)[number];

/** Where a line stands. */
export const lineStates = [
  "left_out",
  "pending",
  "booking",
  "paid",
  "failed",
  "returning",
  "returned",
  "canceled",
] as const;
/** Where a line stands. */
export type LineState = (typeof lineStates)[number];

/** What a person may say about a settlement. */
export const settlementVerbs = ["submit", "approve", "send_back", "cancel"] as const;
/** What a person may say about a settlement. */
export type SettlementVerb = (typeof settlementVerbs)[number];

/** What a person may do with a settlement now. */
export const settlementActs = [...settlementVerbs, "export", "book", "continue"] as const;

/** Why a household's line stays out. */
export const leftOutReasons = ["no_bank_card"] as const;
