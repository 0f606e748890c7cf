/** What goods that are complained about were worth, and when a deadline is over. Pure. */
import type { Fen } from "../../contract/fen";

const DAY_MS = 86_400_000;

/**
 * What was paid for units of a line. Several complaints about one line add up to what was paid for it, to the fen.
 *
 * @param paid_fen what was paid for the whole line
 * @param line units of the line, and how many of them earlier complaints are about
 * @param quantity units of this complaint; with the earlier ones never more than there are
 */
export function worthOfUnits(
  paid_fen: Fen,
  line: { quantity: number; earlier: number },
  quantity: number,
): Fen {
  const upTo = (units: number): Fen =>
    Number((BigInt(paid_fen) * BigInt(units)) / BigInt(line.quantity));
  return upTo(line.earlier + quantity) - upTo(line.earlier);
}

/** The instant so many days later. */
export function afterDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}
