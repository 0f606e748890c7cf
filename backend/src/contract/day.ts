/** Days in Asia/Shanghai, by which every rule counts. */
const SHANGHAI_AHEAD_MS = 8 * 3600 * 1000;

/**
 * The calendar day of an instant in Asia/Shanghai, which has kept UTC+8 without summer time since 1991.
 *
 * @returns YYYY-MM-DD
 */
export function dayInShanghai(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_AHEAD_MS).toISOString().slice(0, 10);
}
