/** Alternate recipients: a right one, and what is wrong with others. */

const DAY_MS = 86_400_000;

/** A day in Shanghai, so many days from now. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
}

/** A card of a division that does not exist, with a right check digit. */
export const RECIPIENT_CARD = "990000880000001773";

/** A daughter who takes the money of an absent head for a month. */
export function recipientOf(more: object = {}): object {
  return {
    name: "欧阳代收",
    relation: "daughter",
    bank_card: RECIPIENT_CARD,
    bank_name: "赣州银行信丰支行",
    reason: "absent",
    evidence: "看了委托书原件",
    valid_from: dayFromNow(0),
    valid_to: dayFromNow(30),
    ...more,
  };
}

/** Bodies that are refused, by the field that is named. */
export const wrongRecipients: readonly (readonly [field: string, body: object])[] = [
  ["bank_card", recipientOf({ bank_card: "990000880000001774" })],
  ["bank_card", recipientOf({ bank_card: "12345" })],
  ["valid_to", recipientOf({ valid_to: dayFromNow(-1) })],
  ["valid_to", recipientOf({ valid_to: dayFromNow(400) })],
  ["relation", recipientOf({ relation: "head" })],
  ["evidence", recipientOf({ evidence: "" })],
];
