/** At the sale: freezes the attribution, then posts what a provider captured together with it. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { paymentsOf } from "../../queries/income/unposted-payments";
import { creditOrderWorkflow } from "./credit-order";
import { freezeOrderWorkflow } from "./freeze-order";

const creditPaymentsStep = createStep(
  "credit-payments",
  async ({ order_id }: { order_id: string }, { container }) => {
    const payments = await paymentsOf(container, order_id);
    for (const payment_id of payments)
      await creditOrderWorkflow(container).run({ input: { payment_id } });
    return new StepResponse({ payments: payments.length });
  },
);

/** Freezes an order and posts its captures; running it again changes nothing. */
export const creditPlacedOrderWorkflow = createWorkflow(
  "credit-placed-order",
  (input: { order_id: string }) => {
    freezeOrderWorkflow.runAsStep({ input });
    return new WorkflowResponse(creditPaymentsStep(input));
  },
);
