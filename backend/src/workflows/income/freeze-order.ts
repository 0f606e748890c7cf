/** Freezes the attribution of an order at its sale, before any money moves; the first freeze wins. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { INCOME_MODULE, type IncomeModuleService } from "../../modules/income";
import { freezeOnce } from "./credit-order";

const freezeOrderStep = createStep(
  "freeze-order",
  async ({ order_id }: { order_id: string }, { container }) => {
    await freezeOnce(container, container.resolve<IncomeModuleService>(INCOME_MODULE), order_id);
    return new StepResponse({ order_id });
  },
);

/** Freezes which household, which share and which deductions stand behind each line of an order. */
export const freezeOrderWorkflow = createWorkflow("freeze-order", (input: { order_id: string }) => {
  return new WorkflowResponse(freezeOrderStep(input));
});
