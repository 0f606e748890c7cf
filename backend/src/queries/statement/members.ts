/** How many people shared a household, day by day. Pure. */
import type { Fen } from "../../contract/fen";

/** The days that a person belonged to the household. */
export interface Belonging {
  joined_on: string;
  left_on: string | null;
}

const DAY_MS = 86_400_000;

/**
 * Days of all members together within a span.
 *
 * @param members with the first day of each, and the first day that each did not share any more
 * @param first first day of the span
 * @param after first day after it
 */
export function memberDays(members: readonly Belonging[], first: string, after: string): number {
  const [start, end] = [Date.parse(first), Date.parse(after)];
  return members.reduce((days, { joined_on, left_on }) => {
    const from = Math.max(start, Date.parse(joined_on));
    const to = Math.min(end, left_on === null ? end : Date.parse(left_on));
    return days + Math.max(0, Math.round((to - from) / DAY_MS));
  }, 0);
}

/** Days of a span. */
export function daysBetween(first: string, after: string): number {
  return Math.round((Date.parse(after) - Date.parse(first)) / DAY_MS);
}

/**
 * An amount divided by the members who shared the household on each day of a span, to the nearest fen.
 *
 * @param amount_fen whole fen over the span
 * @param days days of the span
 * @param member_days days of all members together; without any the amount is not divided
 */
export function perHead(amount_fen: Fen, days: number, member_days: number): Fen {
  if (member_days <= 0) return amount_fen;
  return Number(divideRounded(BigInt(amount_fen) * BigInt(days), BigInt(member_days)));
}

/** Halves away from zero. */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const sign = dividend < 0n ? -1n : 1n;
  return (sign * (2n * sign * dividend + divisor)) / (2n * divisor);
}
