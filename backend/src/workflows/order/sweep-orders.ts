/**
 * Clears up after crashes: an order without a payment is completed when the payment house says that it
 * was paid, otherwise cancelled and its stock freed.
 */
import type { Logger, MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { describe } from "../../log";
import { isPaidAtProvider } from "../payment/ask-provider";
import { completeForBuyer } from "../checkout/purchase";
import { takeBackIfStranded } from "./complete-cart";
import { findOrderMoney } from "./order-money";
import { findOrphanedOrders, findPaidCarts, findStrandedCarts } from "./stranded-orders";
import { undoStrandedOrderWorkflow } from "./undo-stranded-order";

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
        await completeForBuyer(container, cart_id);
        return "completed" as const;
      });
      if (end) result[end] += 1;
    }
    for (const order_id of await findOrphanedOrders(container, age_s)) {
      const end = await guarded(logger, order_id, async () => {
        // NOTE: not by Medusa's own cancelling: its change of the order would hide it from the next sweep,
        // should this one die in the middle.
        const alone = { order_id, cart_id: null, collection_id: null };
        await undoStrandedOrderWorkflow(container).run({ input: alone });
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

type End = "completed" | "canceled";

async function clearUp(container: MedusaContainer, cart_id: string): Promise<End | null> {
  const money = await findOrderMoney(container, { cart_id });
  if (!money) return null;
  // Our own record of this session is what the crash has lost, so the payment house is asked.
  const { provider_id, session_id } = money;
  if (
    provider_id &&
    session_id &&
    (await isPaidAtProvider(container, { provider_id, session_id }))
  ) {
    await completeForBuyer(container, cart_id);
    return "completed";
  }
  return (await takeBackIfStranded(container, cart_id, 1)) ? "canceled" : null;
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
