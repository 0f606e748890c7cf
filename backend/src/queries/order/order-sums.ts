/** The sums of an order in whole fen, shared out as the ledger shares them. Pure. */
import { yuanToFen, type Fen } from "../../contract/fen";
import { allocate } from "../../contract/split";
import type { OrderFacts } from "./order-facts";

const SHIPPING = "~shipping";

/**
 * What is paid for each line and for delivery: the total by largest remainder, so that a percentage
 * discount loses no fen and the parts add up to what was captured.
 *
 * @param order facts of the order
 * @returns fen by line id, and for delivery; they add up to the total
 */
export function paidParts(order: OrderFacts): { lines: Map<string, Fen>; shipping_fen: Fen } {
  const parts = [
    ...order.lines.map((line) => ({ id: line.id, weight: Math.max(0, line.paid_micro) })),
    { id: SHIPPING, weight: Math.max(0, order.shipping_micro) },
  ];
  const isFree = parts.every((part) => part.weight === 0);
  const amounts = isFree ? parts.map(() => 0) : allocate(yuanToFen(order.total), parts);
  const paid = new Map(parts.map((part, index) => [part.id, amounts[index] ?? 0]));
  const shipping_fen = paid.get(SHIPPING) ?? 0;
  paid.delete(SHIPPING);
  return { lines: paid, shipping_fen };
}

/** The sums of an order; `total_fen` is what has to be paid for all of it. */
export function sumsOf(order: OrderFacts) {
  const { lines, shipping_fen } = paidParts(order);
  const goods_fen = order.lines.reduce(
    (all, line) => all + yuanToFen(line.unit) * line.quantity,
    0,
  );
  const paid_for_goods_fen = [...lines.values()].reduce((all, one) => all + one, 0);
  return {
    goods_fen,
    shipping_fen,
    discount_fen: Math.max(0, goods_fen - paid_for_goods_fen),
    total_fen: paid_for_goods_fen + shipping_fen,
    paid_fen: yuanToFen(order.captured),
    refunded_fen: yuanToFen(order.refunded),
  };
}
