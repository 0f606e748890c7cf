/** The day in Asia/Shanghai, which has no summer time. */

const SHANGHAI_MS = 8 * 3_600_000;

/** @returns YYYY-MM-DD */
export function todayInShanghai(): string {
  return dayOf(Date.now());
}

/** @param at milliseconds since 1970 */
export function dayOf(at: number): string {
  return new Date(at + SHANGHAI_MS).toISOString().slice(0, 10);
}
