/** Refunds of every kind: cancelled, with lines, and of an amount only. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  beginReceiveReturnWorkflow,
  cancelOrderWorkflow,
  confirmReturnReceiveWorkflow,
  receiveItemReturnRequestWorkflow,
  refundPaymentWorkflow,
  updateReturnWorkflow,
} from "@medusajs/medusa/core-flows";

import { yuanToFen, fenToYuan, type Fen } from "../../../contract/money";
import { orderFacts, type OrderFacts } from "../../../queries/order/order-facts";
import { paidParts } from "../../../queries/order/order-sums";
import { creditOrderWorkflow } from "../../../workflows/income/credit-order";
import { requestReturnWorkflow } from "../../../workflows/order/request-return";
import { standingOf, type Standing } from "./ledger-of-deeds";
import type { Market } from "./market";
import type { Fate, PlannedOrder } from "./plan";

/** The order is cancelled before it leaves; Medusa gives the money back. */
export async function cancelOrder(
  container: MedusaContainer,
  market: Market,
  order: PlannedOrder,
): Promise<void> {
  const standing = await standingOf(container, order.serial);
  if (!standing?.paid) return;
  if (!standing.canceled) {
    await cancelOrderWorkflow(container).run({
      input: { order_id: standing.order_id, canceled_by: market.operator_id },
    });
  }
  await post(container, standing);
}

/** Refunds a delivered order as its fate wants it, once. */
export async function refundOrder(
  container: MedusaContainer,
  market: Market,
  order: PlannedOrder,
): Promise<void> {
  const standing = await standingOf(container, order.serial);
  if (!standing?.paid || standing.canceled) return;
  if (standing.refunds === 0) {
    const [facts] = await orderFacts(container, [standing.order_id]);
    if (!facts) return;
    const back = linesBack(facts, order.fate);
    if (back.length > 0) await takeBack(container, market, facts.id, back);
    await refund(container, market, standing, {
      amount_fen: amountOf(facts, standing, order.fate, back),
      reason: order.fate === "amount_freight" ? "freight" : "quality",
    });
  }
  await post(container, standing);
}

interface Back {
  order_line_id: string;
  quantity: number;
}

function linesBack(facts: OrderFacts, fate: Fate): Back[] {
  const delivered = facts.lines.filter((line) => line.delivered > 0);
  if (fate === "all_back") {
    return delivered.map((line) => ({ order_line_id: line.id, quantity: line.delivered }));
  }
  const [first] = delivered;
  return fate === "one_back" && first ? [{ order_line_id: first.id, quantity: 1 }] : [];
}

function amountOf(facts: OrderFacts, standing: Standing, fate: Fate, back: readonly Back[]): Fen {
  const total = yuanToFen(standing.amount_yuan);
  if (fate === "all_back") return total;
  if (fate === "amount_freight") return Math.min(500, total);
  if (fate === "amount_quality") return Math.round(total / 5);
  const { lines: paid } = paidParts(facts);
  return back.reduce((sum, { order_line_id, quantity }) => {
    const line = facts.lines.find((one) => one.id === order_line_id);
    return sum + (line ? Math.floor(((paid.get(line.id) ?? 0) * quantity) / line.quantity) : 0);
  }, 0);
}

/** The buyer asks, the goods come back, the operator takes them in. */
async function takeBack(
  container: MedusaContainer,
  market: Market,
  order_id: string,
  items: Back[],
): Promise<void> {
  const return_id = await openReturn(container, order_id, items);
  await beginReceiveReturnWorkflow(container).run({
    input: { return_id, created_by: market.operator_id },
  });
  // The operator says where the goods came back to; without a place Medusa does not take them in.
  await updateReturnWorkflow(container).run({
    input: { return_id, location_id: market.location_id },
  });
  await receiveItemReturnRequestWorkflow(container).run({
    input: {
      return_id,
      items: items.map(({ order_line_id, quantity }) => ({ id: order_line_id, quantity })),
    },
  });
  await confirmReturnReceiveWorkflow(container).run({
    input: { return_id, confirmed_by: market.operator_id },
  });
}

/** The return that the buyer asks for, or has asked for before a loading broke off. */
async function openReturn(
  container: MedusaContainer,
  order_id: string,
  items: Back[],
): Promise<string> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { id: string }[] }>(
    `select id from return where order_id = ? and status = 'requested' and deleted_at is null`,
    [order_id],
  );
  if (rows[0]) return rows[0].id;
  const { result } = await requestReturnWorkflow(container).run({
    input: { order_id, items, reason: "品质问题" },
  });
  return result.return_id;
}

async function refund(
  container: MedusaContainer,
  market: Market,
  { payment_id }: Standing,
  { amount_fen, reason }: { amount_fen: Fen; reason: string },
): Promise<void> {
  const refund_reason_id = market.refundReasons.get(reason);
  if (!payment_id || amount_fen <= 0) return;
  await refundPaymentWorkflow(container).run({
    input: {
      payment_id,
      amount: fenToYuan(amount_fen),
      created_by: market.operator_id,
      ...(refund_reason_id ? { refund_reason_id } : {}),
    },
  });
}

async function post(container: MedusaContainer, { payment_id }: Standing): Promise<void> {
  if (payment_id) await creditOrderWorkflow(container).run({ input: { payment_id } });
}
