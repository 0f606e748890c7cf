/** Clearance offers, and slips that are refused with `invalid_input`. */
import type { Json, Slip } from "./changed";

const DAY_MS = 86_400_000;

/** A day in Shanghai so many days from now. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
}

/** An ordinary offer: 29.90 instead of 39.90, three boxes, three days. */
export function clearanceOf(
  variant_id: string,
  { price_fen = 2990, quantity = 3, last_on = dayFromNow(3) } = {},
): { [key: string]: Json } {
  return { variant_id, price_fen, quantity, last_on, reason: "连日阴雨，熟得太快" };
}

/** What is refused with `invalid_input`. */
export const wrongClearances: readonly Slip[] = [
  ["no reason", "reason", undefined],
  ["an emoji in the reason", "reason", "快来🍊"],
  ["a price of nothing", "price_fen", 0],
  ["a price with a fraction of a fen", "price_fen", 29.9],
  ["no units", "quantity", 0],
  ["half a box", "quantity", 0.5],
  ["a day that is none", "last_on", "2026-02-30"],
  ["a cooperative of the seller's own wish", "cooperative_id", "coop_1"],
];
