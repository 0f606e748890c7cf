/** At the sale: freezes the attribution, then posts what a provider captured together with it. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { INCOME_MODULE, type IncomeModuleService } from "../../modules/income";
import { paymentsOf } from "../../queries/income/unposted-payments";
import { freezeOnce, postPayment } from "./credit-order";

// No undo: a freeze and a posting are kept as they were first made.
const creditPlacedStep = createStep(
  "credit-placed",
  async ({ order_id }: { order_id: string }, { container }) => {
    let posted = 0;
    for (const payment_id of await paymentsOf(container, order_id)) {
      const { captures, refunds } = await postPayment(container, payment_id);
      posted += captures + refunds;
    }
    // What is not paid yet is frozen by itself; what is paid was frozen with its first capture.
    const income = container.resolve<IncomeModuleService>(INCOME_MODULE);
    if (posted === 0) await freezeOnce(container, income, order_id);
    return new StepResponse({ posted });
  },
);

/** Freezes an order and posts its captures; running it again changes nothing. */
export const creditPlacedOrderWorkflow = createWorkflow(
  "credit-placed-order",
  (input: { order_id: string }) => new WorkflowResponse(creditPlacedStep(input)),
);
