/** Where an order stands, told from what was captured, refunded, shipped and delivered. Pure. */
import type { Order } from "../../contract/checkout";
import type { LineFacts, OrderFacts } from "./order-facts";
import { paidParts, sumsOf } from "./order-sums";

/** Provider of bank transfers. */
export const BANK_TRANSFER = "pp_bank_transfer";

/**
 * Where the money of an order stands. "Paid" comes from captures only.
 *
 * @param order facts of the order
 */
export function paymentStateOf(order: OrderFacts): Order["payment_state"] {
  const { paid_fen, refunded_fen, total_fen } = sumsOf(order);
  if (paid_fen > 0 && refunded_fen >= paid_fen) return "refunded";
  if (refunded_fen > 0) return "partly_refunded";
  if (order.status === "canceled") return "canceled";
  // An exchange adds goods to the order, and what comes back for them pays them.
  if (paid_fen >= total_fen - backOf(order)) return "paid";
  return order.provider_id === BANK_TRANSFER ? "awaiting_transfer" : "awaiting";
}

/** What was paid for goods that are asked back or have come back, whole fen. */
function backOf(order: OrderFacts): number {
  const { lines } = paidParts(order);
  return order.lines.reduce((sum, line) => {
    const units = Math.min(line.quantity, line.return_requested + line.returned);
    return sum + Math.ceil(((lines.get(line.id) ?? 0) * units) / line.quantity);
  }, 0);
}

/** Whether the money has arrived, so that goods may leave. */
export function isPaid(order: OrderFacts): boolean {
  const state = paymentStateOf(order);
  return state === "paid" || state === "partly_refunded";
}

/** Where the goods of an order stand. */
export function fulfillmentStateOf(order: OrderFacts): Order["fulfillment_state"] {
  if (order.status === "canceled") return "canceled";
  const { lines } = order;
  if (lines.length > 0 && lines.every((line) => line.delivered >= line.quantity))
    return "delivered";
  if (lines.length > 0 && lines.every((line) => line.shipped >= line.quantity)) return "shipped";
  return lines.some((line) => line.shipped > 0) ? "partly_shipped" : "none";
}

/** Units that the buyer may still send back: shipped, not on their way back, and not complained about. */
export function returnableOf(line: LineFacts): number {
  return Math.max(0, line.shipped - line.return_requested - line.returned - line.complained);
}
