/** Codes of lots as they stand on the box: twelve signs, the last one a check on the others. */
import { randomInt } from "node:crypto";

/** Without 0, 1, I, L and O, which people take for each other. A prime count makes the check catch every slip. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const BODY = 11;

function checkOf(body: string): string {
  const sum = Array.from(body).reduce((all, sign, at) => all + SIGNS.indexOf(sign) * (at + 1), 0);
  return SIGNS.charAt(sum % SIGNS.length);
}

/** A new code: 31 to the power of 11 make it useless to try. */
export function newLotCode(): string {
  const body = Array.from({ length: BODY }, () => SIGNS.charAt(randomInt(SIGNS.length))).join("");
  return body + checkOf(body);
}

/**
 * Whether a text is a code that we could have printed: one wrong sign, or two that changed places, are found.
 *
 * @param text upper case, without dashes
 */
export function isLotCode(text: string): boolean {
  const body = text.slice(0, BODY);
  const known = text.length === BODY + 1 && Array.from(text).every((sign) => SIGNS.includes(sign));
  return known && checkOf(body) === text.charAt(BODY);
}
