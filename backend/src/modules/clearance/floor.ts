/** The rules of a clearance offer. Pure. */

/** Where no rule pack says otherwise, half of the usual price. */
const FLOOR_PPM = 500_000;

/** The longest offer. */
const MOST_DAYS = 60;

/**
 * The price below which one person alone may not clear.
 *
 * @param usual_fen the present price, whole fen
 * @param floor_ppm parts per million of it as the rule pack says; half when it says nothing
 * @returns whole fen, rounded up, so that the floor is never undercut by rounding
 */
export function floorOf(
  usual_fen: number,
  floor_ppm: number = FLOOR_PPM,
): { floor_fen: number; floor_ppm: number } {
  const exact = BigInt(usual_fen) * BigInt(floor_ppm);
  return { floor_fen: Number((exact + 999_999n) / 1_000_000n), floor_ppm };
}

/**
 * The instant at which a day in Shanghai is over.
 *
 * @param day YYYY-MM-DD
 */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000);
}

/**
 * Whether a day may be the last one of an offer that opens now.
 *
 * @param day YYYY-MM-DD
 */
export function isClearanceDay(day: string, now: Date): boolean {
  const end = endOfDay(day).getTime();
  return end > now.getTime() && end <= now.getTime() + (MOST_DAYS + 1) * 86_400_000;
}
