/** What stands sold on the lines, the delivery and the tax of an order. Pure. */
import type { Component } from "./change-types";
import { SHIPPING, TAX } from "./freeze-sale";
import { lineOf } from "./line-of";
import type { FrozenLine, Leaf } from "./types";

/** What stands sold on each component of a sale before any change. */
export function componentsOf(
  lines: readonly Pick<FrozenLine, "order_line_id" | "quantity" | "paid_fen" | "terms">[],
  leaves: readonly Pick<Leaf, "part" | "amount_fen">[],
): Component[] {
  const apart = (key: string, part: Leaf["part"]): Component => {
    const own = leaves.filter((one) => one.part === part);
    const paid_fen = own.reduce((sum, one) => sum + one.amount_fen, 0);
    return { key, quantity: 0, paid_fen, terms: null };
  };
  return [
    ...lines.map(({ order_line_id, quantity, paid_fen, terms }) => ({
      key: lineOf(order_line_id),
      quantity,
      paid_fen,
      terms,
    })),
    apart(SHIPPING, "shipping"),
    apart(TAX, "tax"),
  ];
}
