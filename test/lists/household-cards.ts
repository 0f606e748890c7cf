/** A household's own card recorded anew: a right one, and what is wrong with others. */

/** A card of a division that does not exist, with a right check digit. */
export const NEW_CARD = "990000000009999998";

/** The card of a new head. */
export function cardOf(version: number, member_id: string, more: object = {}): object {
  return {
    version,
    member_id,
    bank_card: NEW_CARD,
    bank_name: "赣州银行信丰支行",
    reason: "new_head",
    evidence: "看了户口簿和银行卡原件",
    ...more,
  };
}

/** Changes that make a card wrong, by the field that is named. */
export const wrongCards: readonly (readonly [field: string, more: object])[] = [
  ["bank_card", { bank_card: `${NEW_CARD.slice(0, 17)}${NEW_CARD.endsWith("1") ? "2" : "1"}` }],
  ["bank_card", { bank_card: "12345" }],
  ["bank_name", { bank_name: "" }],
  ["reason", { reason: "lottery" }],
  ["evidence", { evidence: "" }],
  ["version", { version: -1 }],
];
