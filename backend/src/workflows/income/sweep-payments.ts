/** Finds every order change, capture and refund that the ledger does not know, and posts it. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import { describe } from "../../log";
import { changedOrders } from "../../queries/income/order-changes";
import { unpostedPayments } from "../../queries/income/unposted-payments";
import { amendOrderWorkflow } from "./amend-order";
import { creditOrderWorkflow } from "./credit-order";

/** At most so many orders and so many payments in one sweep. */
export interface SweepPaymentsInput {
  limit: number;
}

const sweepPaymentsStep = createStep(
  "sweep-payments",
  async ({ limit }: SweepPaymentsInput, { container }) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    const result = { found: 0, posted: 0, failed: 0 };
    for (const order_id of await changedOrders(container, limit)) {
      try {
        await amendOrderWorkflow(container).run({ input: { order_id } });
      } catch (error) {
        result.failed += 1;
        logger.error(`sweep-payments: order ${order_id} is not followed: ${describe(error)}`);
      }
    }
    for (const payment_id of await unpostedPayments(container, limit)) {
      result.found += 1;
      try {
        await creditOrderWorkflow(container).run({ input: { payment_id } });
        result.posted += 1;
      } catch (error) {
        // One payment that cannot be posted must not keep the others from theirs.
        result.failed += 1;
        logger.error(`sweep-payments: payment ${payment_id} is not posted: ${describe(error)}`);
      }
    }
    return new StepResponse(result);
  },
);

/** Posts what events have lost. */
export const sweepPaymentsWorkflow = createWorkflow(
  "sweep-payments",
  (input: SweepPaymentsInput) => {
    return new WorkflowResponse(sweepPaymentsStep(input));
  },
);
