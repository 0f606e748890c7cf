/** The bank refused a line: it says why, and its credits are payable again at once. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { INCOME_MODULE, type IncomeModuleService } from "../../modules/income";
import {
  SETTLEMENT_MODULE,
  type Person,
  type SettlementModuleService,
} from "../../modules/settlement";

/** Which line, and why. */
export interface FailLineInput {
  cooperative_id: string;
  line_id: string;
  reason: string;
  by: Person;
  /** ISO instant. */
  at: string;
}

const failLineStep = createStep("fail-line", async (input: FailLineInput, { container }) => {
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
  const line = await settlements.fail(input);
  await container.resolve<IncomeModuleService>(INCOME_MODULE).release([line.id]);
  return new StepResponse({ ok: true });
});

/** Marks a line as failed. */
export const failLineWorkflow = createWorkflow("fail-line", (input: FailLineInput) => {
  return new WorkflowResponse(failLineStep(input));
});
