/** Ships, delivers and settles an order, each cooperative its own lines. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { orderFacts, type OrderFacts } from "../../../queries/order/order-facts";
import { settleCreditsWorkflow } from "../../../workflows/income/settle-credits";
import { deliverLinesWorkflow } from "../../../workflows/order/deliver-lines";
import { shipLinesWorkflow } from "../../../workflows/order/ship-lines";
import { standingOf } from "./ledger-of-deeds";
import type { PlannedOrder } from "./plan";

const carriers = ["邮政快递包裹", "顺丰速运", "中通快递"];

async function paidOrder(
  container: MedusaContainer,
  order: PlannedOrder,
): Promise<OrderFacts | null> {
  const standing = await standingOf(container, order.serial);
  if (!standing?.paid || standing.canceled) return null;
  const [facts] = await orderFacts(container, [standing.order_id]);
  return facts ?? null;
}

function sellersOf(
  facts: OrderFacts,
  open: (line: OrderFacts["lines"][number]) => boolean,
): string[] {
  return [...new Set(facts.lines.filter(open).flatMap((line) => line.cooperative_id ?? []))].sort();
}

/** Each cooperative ships what it has not shipped yet. */
export async function shipOrder(container: MedusaContainer, order: PlannedOrder): Promise<void> {
  const facts = await paidOrder(container, order);
  if (!facts) return;
  const sellers = sellersOf(facts, (line) => line.fulfilled < line.quantity);
  for (const [at, cooperative_id] of sellers.entries()) {
    await shipLinesWorkflow(container).run({
      input: {
        order_id: facts.id,
        cooperative_id,
        carrier: carriers[order.serial % carriers.length] ?? "邮政快递包裹",
        tracking_number: `YG${String(order.serial).padStart(8, "0")}${String(at)}`,
        shipped_by: cooperative_id,
      },
    });
  }
}

/** What was shipped has arrived: the households' income is earned. */
export async function deliverOrder(
  container: MedusaContainer,
  order: PlannedOrder,
  at: string,
): Promise<void> {
  const facts = await paidOrder(container, order);
  if (!facts) return;
  const sellers = sellersOf(facts, (line) => line.delivered < line.shipped);
  for (const cooperative_id of sellers) {
    await deliverLinesWorkflow(container).run({
      input: { order_id: facts.id, cooperative_id, at },
    });
  }
}

/** The return windows of the order are over. */
export async function settleOrder(
  container: MedusaContainer,
  order: PlannedOrder,
  now: string,
): Promise<void> {
  const standing = await standingOf(container, order.serial);
  if (!standing) return;
  await settleCreditsWorkflow(container).run({ input: { now, order_id: standing.order_id } });
}
