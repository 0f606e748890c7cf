/** What a poor harvest gives back. Pure. */

/** Where no rule pack says otherwise: four fifths of what was promised is a harvest. */
const LEAST_PPM = 800_000;

/**
 * The part of the price that goes back when a tree gave less than was promised.
 *
 * @param paid_fen what was paid for the trees, whole fen
 * @param promised_g grams promised for each, above zero
 * @param given_g grams that each gave
 * @param least_ppm parts per million of the promise from which nothing goes back
 * @returns whole fen, rounded up in the buyer's favour, never more than was paid; 0 for a fair harvest
 */
export function compensationOf(
  paid_fen: number,
  {
    promised_g,
    given_g,
    least_ppm = LEAST_PPM,
  }: {
    promised_g: number;
    given_g: number;
    least_ppm?: number | undefined;
  },
): number {
  if (BigInt(given_g) * 1_000_000n >= BigInt(promised_g) * BigInt(least_ppm)) return 0;
  const missing = BigInt(paid_fen) * BigInt(promised_g - given_g);
  const up = (missing + BigInt(promised_g) - 1n) / BigInt(promised_g);
  return Math.min(paid_fen, Number(up));
}
