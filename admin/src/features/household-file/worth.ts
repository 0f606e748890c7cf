/** What some credits are worth to the household. */
import type { Credit } from "./income-account";

/** The sum of what reaches the household, reversals taken off. */
export function worthOf(credits: readonly Credit[]): number {
  return credits.reduce((sum, one) => sum + one.net_fen - one.reversed_fen, 0);
}
