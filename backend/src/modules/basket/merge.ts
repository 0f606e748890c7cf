/** Two carts of one buyer become one. Pure. */

/** Units of one variant. */
export interface BasketItem {
  variant_id: string;
  quantity: number;
}

/** A cart's cookie holds no more lines. */
const MOST_LINES = 40;

/**
 * Puts two carts together: of goods in both the larger number stays. Done twice it gives the same, so a second
 * login doubles nothing.
 *
 * @param kept what the buyer had; its order stays
 * @param brought what the device had; goods that are new come behind
 */
export function merged(kept: readonly BasketItem[], brought: readonly BasketItem[]): BasketItem[] {
  const most = new Map(kept.map(({ variant_id, quantity }) => [variant_id, quantity]));
  for (const { variant_id, quantity } of brought)
    most.set(variant_id, Math.max(most.get(variant_id) ?? 0, quantity));
  return [...most].map(([variant_id, quantity]) => ({ variant_id, quantity })).slice(0, MOST_LINES);
}
