/**
 * Clears up after crashes: an order without a payment is completed when the payment house says that it
 * was paid, otherwise cancelled and its stock freed.
 */
import type { Logger, MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules, PaymentActions } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows";

import { describe } from "../../log";
import { completeCart, takeBackIfStranded } from "./complete-cart";
import { findOrderMoney, type OrderMoney } from "./order-money";
import { findOrphanedOrders, findPaidCarts, findStrandedCarts } from "./stranded-orders";

/** How old an order must be, in seconds, before it counts as left behind. */
export interface SweepOrdersInput {
  age_s: number;
}

// No undo: the sweep is itself an undo, and safe to run twice.
const sweepOrdersStep = createStep(
  "sweep-orders",
  async ({ age_s }: SweepOrdersInput, { container }) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    const result = { completed: 0, canceled: 0 };
    for (const cart_id of await findStrandedCarts(container, age_s)) {
      const end = await guarded(logger, cart_id, () => clearUp(container, cart_id));
      if (end) result[end] += 1;
    }
    for (const cart_id of await findPaidCarts(container, age_s)) {
      const end = await guarded(logger, cart_id, async () => {
        await completeCart(container, cart_id);
        return "completed" as const;
      });
      if (end) result[end] += 1;
    }
    for (const order_id of await findOrphanedOrders(container, age_s)) {
      const end = await guarded(logger, order_id, async () => {
        await cancelOrderWorkflow(container).run({ input: { order_id } });
        return "canceled" as const;
      });
      if (end) result.canceled += 1;
    }
    if (result.completed + result.canceled > 0) {
      logger.info(
        `orders left behind: ${result.completed} completed, ${result.canceled} cancelled`,
      );
    }
    return new StepResponse(result);
  },
);

/** Clears up orders that a crash has left behind. */
export const sweepOrdersWorkflow = createWorkflow("sweep-orders", (input: SweepOrdersInput) => {
  return new WorkflowResponse(sweepOrdersStep(input));
});

const PAID: readonly string[] = [PaymentActions.SUCCESSFUL];

type End = "completed" | "canceled";

async function clearUp(container: MedusaContainer, cart_id: string): Promise<End | null> {
  const money = await findOrderMoney(container, { cart_id });
  if (!money) return null;
  const paid = await isPaidAtProvider(container, money);
  if (paid) {
    await completeCart(container, cart_id);
    return "completed";
  }
  return (await takeBackIfStranded(container, cart_id, 1)) ? "canceled" : null;
}

/**
 * Asks the payment house itself: our own record of this session is what the crash has lost.
 *
 * NOTE: Medusa's payment module passes nothing but webhooks through to a provider, so the question goes
 * the same way, as an inquiry.
 */
async function isPaidAtProvider(container: MedusaContainer, money: OrderMoney): Promise<boolean> {
  if (!money.session_id || !money.provider_id) return false;
  const payments = container.resolve(Modules.PAYMENT);
  const inquiry = { type: "inquiry", session_id: money.session_id };
  const { action } = await payments.getWebhookActionAndData({
    provider: money.provider_id,
    payload: { data: inquiry, rawData: JSON.stringify(inquiry), headers: {} },
  });
  return PAID.includes(action);
}

async function guarded(
  logger: Logger,
  id: string,
  work: () => Promise<End | null>,
): Promise<End | null> {
  try {
    return await work();
  } catch (error) {
    logger.warn(`could not clear up ${id}, trying again at the next sweep: ${describe(error)}`);
    return null;
  }
}
