/** Codes that a household has: how they are made, how they are kept. */
import { createHmac, randomInt } from "node:crypto";

/** How long a code by SMS holds, in seconds. */
export const SMS_LIFE_S = 600;
/** How long the code of a printed page holds, in seconds: until the cadre comes again next month. */
export const PRINTED_LIFE_S = 45 * 24 * 3600;
/** Wrong codes of one household within the window, after which no code is looked at. */
export const MAX_WRONG = 5;
/** Codes sent to one household within the window. */
export const MAX_SENT = 3;
/** How long wrong and sent codes count, in seconds. */
export const WINDOW_S = 900;

/** Letters and digits that no hand confuses: no 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const SIGNS = "34679ACDEFGHJKMNPQRTUVWXY";
const PRINTED_LENGTH = 10;

/**
 * A new code for a printed page; 46 bits, so that nobody finds it within the tries that are given.
 *
 * @returns ten signs
 */
export function printedCode(): string {
  return Array.from({ length: PRINTED_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
}

/**
 * The code of an SMS. It follows from the evidence's id and the server's key, so that the message can be
 * sent again without the code lying in a table.
 *
 * @param evidence_id the evidence that the code is for
 * @param key of the server
 * @returns six digits
 */
export function smsCode(evidence_id: string, key: string): string {
  const digest = createHmac("sha256", key).update(`sms:${evidence_id}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, "0");
}

/** How a code is kept: of no use to whoever reads the table without the server's key. */
export function codeHash(household_id: string, code: string, key: string): string {
  return createHmac("sha256", key).update(`code:${household_id}:${code}`).digest("hex");
}
