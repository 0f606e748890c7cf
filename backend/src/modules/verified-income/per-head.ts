/** Net income per head: divided by the members who share the household on each day. Pure. */
import type { Fen } from "../../contract/fen";

/** When somebody shared the household: from the first day on, until the day of leaving, which counts no more. */
export interface Stay {
  joined_on: string;
  left_on: string | null;
}

const DAY_MS = 86_400_000;

/** The number of a day, counted from an arbitrary one. */
function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/**
 * How many days a span has, and over how many days members shared the household in it, one by one.
 *
 * @param stays of every member, of those who left too
 * @param span first and last day, both counted, YYYY-MM-DD
 * @returns `member_days` is the sum of the members of each day
 */
export function memberDays(
  stays: readonly Stay[],
  span: { from: string; to: string },
): { days: number; member_days: number } {
  const [first, last] = [dayNumber(span.from), dayNumber(span.to)];
  const member_days = stays.reduce((all, { joined_on, left_on }) => {
    const from = Math.max(first, dayNumber(joined_on));
    const to = left_on === null ? last : Math.min(last, dayNumber(left_on) - 1);
    return all + Math.max(0, to - from + 1);
  }, 0);
  return { days: Math.max(0, last - first + 1), member_days };
}

/**
 * The net income of a span per head: divided by the mean number of members, each counted for the days on
 * which they shared the household.
 *
 * @param net_fen whole fen of the span; below zero when costs exceed income
 * @param counted days and member-days of the same span
 * @returns whole fen, halves away from zero; null when nobody shared the household on any day
 * @source the statistics bureau's disposable income per head: household income over resident members
 */
export function perHead(
  net_fen: Fen,
  { days, member_days }: { days: number; member_days: number },
): Fen | null {
  if (member_days === 0) return null;
  // Fen times days passes the exact integers of a double for a large household of many years.
  const twice = 2n * BigInt(Math.abs(net_fen)) * BigInt(days);
  const whole = Number((twice / BigInt(member_days) + 1n) / 2n);
  return net_fen < 0 && whole !== 0 ? -whole : whole;
}
