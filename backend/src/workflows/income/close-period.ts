/** An official closes an accounting month of a county: its figures stand from then on. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { INCOME_MODULE, type ClosePeriod, type IncomeModuleService } from "../../modules/income";

const closePeriodStep = createStep("close-period", async (input: ClosePeriod, { container }) => {
  // NOTE: no undo. A closed month is never opened; a correction lands in the open one and names it.
  const income = container.resolve<IncomeModuleService>(INCOME_MODULE);
  return new StepResponse(await income.closePeriod(input));
});

/** Closes a month of a county for good. */
export const closePeriodWorkflow = createWorkflow("close-period", (input: ClosePeriod) => {
  return new WorkflowResponse(closePeriodStep(input));
});
