/**
 * Money without schemas, for the browser: whole fen everywhere, yuan with decimals only inside Medusa.
 * The only file that multiplies or divides by 100.
 */

/** Whole fen (1/100 yuan), signed, within the safe integers of JavaScript. */
export type Fen = number;

const DECIMAL = /^(-?)(\d+)(?:\.(\d*))?$/;

/**
 * Yuan as Medusa keeps it (number, decimal string or BigNumber) into whole fen, without passing
 * through binary fractions.
 *
 * @param yuan a decimal number of yuan; digits beyond the second must be zero
 * @returns whole fen
 * @throws RangeError when the value is not a decimal number or has a fraction of a fen
 */
export function yuanToFen(yuan: number | string | { toString(): string }): Fen {
  const text = typeof yuan === "number" ? numberToDecimal(yuan) : yuan.toString();
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError(`not a decimal amount: ${text}`);
  const [, sign = "", whole = "0", fraction = ""] = match;
  if (/[1-9]/.test(fraction.slice(2))) throw new RangeError(`a fraction of a fen: ${text}`);
  const fen = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, "0"));
  if (!Number.isSafeInteger(fen)) throw new RangeError(`amount out of range: ${text}`);
  return sign === "-" && fen !== 0 ? -fen : fen;
}

/**
 * An amount of Medusa's that may hold a fraction of a fen (a percentage discount leaves one) to the
 * nearest whole fen, halves away from zero, as PostgreSQL's `round(numeric, 2)` does.
 *
 * @param yuan yuan with any number of decimals
 * @returns whole fen
 * @throws RangeError when the value is not a decimal number
 */
export function roundToFen(yuan: number | string | { toString(): string }): Fen {
  const text = typeof yuan === "number" ? numberToDecimal(yuan) : yuan.toString();
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError(`not a decimal amount: ${text}`);
  const [, sign = "", whole = "0", fraction = ""] = match;
  const cut = yuanToFen(`${whole}.${fraction.slice(0, 2)}`);
  const fen = /^[5-9]/.test(fraction.slice(2)) ? cut + 1 : cut;
  return sign === "-" && fen !== 0 ? -fen : fen;
}

/** Rounds away the float noise of sums of yuan (at most 1e-6) before the exact conversion. */
function numberToDecimal(yuan: number): string {
  if (!Number.isFinite(yuan)) throw new RangeError("not a finite amount");
  return yuan.toFixed(6);
}

/**
 * Whole fen into the yuan number that Medusa's workflows take.
 *
 * @param fen whole fen
 * @returns yuan with at most two decimals
 */
export function fenToYuan(fen: Fen): number {
  return Number(formatFen(fen));
}

/**
 * Whole fen as a plain decimal string of yuan, always two decimals, no grouping: "39.90", "-0.05".
 *
 * @param fen whole fen
 */
export function formatFen(fen: Fen): string {
  const digits = Math.abs(fen).toString().padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
