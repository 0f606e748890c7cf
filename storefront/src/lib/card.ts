/** Saved cards as pages show them. */
import type { SavedCard } from "@yigou/backend/contract";

/** A saved card, and whether its time is over. */
export interface ShownCard extends SavedCard {
  expired: boolean;
}

/** A card is good to the end of its last month, in Chinese time. */
export function isExpired({ exp_year, exp_month }: SavedCard, now: Date): boolean {
  const here = new Date(now.getTime() + 8 * 3_600_000);
  return exp_year * 12 + exp_month < here.getUTCFullYear() * 12 + here.getUTCMonth() + 1;
}

const brands = ["visa", "mastercard", "unionpay", "amex", "jcb"] as const;

/** The words of a brand; of one that the shop does not know, only that it is a card. */
export function brandKey(brand: string) {
  const known = brands.find((one) => one === brand);
  return known ? (`card.brand_${known}` as const) : "card.brand_unknown";
}
