/** Brings the roll-ups up to what has become final; whoever comes second leaves the work to the first. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { failpoint } from "../../failpoints";
import { INCOME_MODULE, type IncomeModuleService } from "../../modules/income";

/** How much to take at once, and how often at most. */
export interface RollUpInput {
  transactions: number;
  rounds: number;
}

const rollUpStep = createStep("roll-up", async (input: RollUpInput, { container }) => {
  const income = container.resolve<IncomeModuleService>(INCOME_MODULE);
  let transactions = 0;
  for (let round = 0; round < input.rounds; round++) {
    const rolled = await income.rollUp(input.transactions);
    if (rolled.transactions > 0) failpoint("roll-up:folded");
    transactions += rolled.transactions;
    if (!rolled.more) break;
  }
  return new StepResponse({ transactions });
});

/** Rolls up; running it again, or twice at once, counts nothing twice. */
export const rollUpWorkflow = createWorkflow("roll-up", (input: RollUpInput) => {
  return new WorkflowResponse(rollUpStep(input));
});
