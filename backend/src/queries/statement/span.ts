/** The span of a statement: accounting months as the ledger numbers them. Pure. */
import { refuse } from "../../refuse";

/** A span of accounting months as yyyymm, both included. */
export interface Span {
  from: number;
  to: number;
}

/** "2026-11" as 202611. */
export function periodOf(month: string): number {
  return Number(month.slice(0, 4)) * 100 + Number(month.slice(5, 7));
}

/** 202611 as "2026-11". */
export function monthOf(period: number): string {
  const digits = period.toString();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** The month of an instant in Asia/Shanghai. */
export function monthAt(now: Date): string {
  const shanghai = new Date(now.getTime() + 8 * 3_600_000);
  return shanghai.toISOString().slice(0, 7);
}

/**
 * The span that is asked for.
 *
 * @param asked months; from the year's beginning to the present month when left out
 * @param now the present instant
 * @throws refusal `invalid_input` when it ends before it begins
 */
export function spanOf(
  asked: { from?: string | undefined; to?: string | undefined },
  now: Date,
): Span {
  const to = asked.to ?? monthAt(now);
  const from = asked.from ?? `${to.slice(0, 4)}-01`;
  if (from > to) {
    throw refuse("invalid_input", {
      field: "to",
      reason: "the span ends before it begins",
      reason_zh: "截止月在起始月之前",
    });
  }
  return { from: periodOf(from), to: periodOf(to) };
}

/** The first day of a month and the first day after another, YYYY-MM-DD. */
export function daysOf({ from, to }: Span): { first: string; after: string } {
  return { first: `${monthOf(from)}-01`, after: `${monthOf(nextPeriod(to, 1))}-01` };
}

/** The month so many months later (or earlier, when negative). */
export function nextPeriod(period: number, months: number): number {
  const index = Math.floor(period / 100) * 12 + (period % 100) - 1 + months;
  return Math.floor(index / 12) * 100 + (index % 12) + 1;
}
