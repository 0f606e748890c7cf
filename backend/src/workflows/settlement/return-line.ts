/** A transfer came back after it was booked: the posting is answered by another, and the credits are payable again. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { SETTLEMENT_MODULE, type SettlementModuleService } from "../../modules/settlement";
import { confirmedLine } from "../../queries/settlement/confirmed-line";
import { refuse } from "../../refuse";
import type { FailLineInput } from "./fail-line";

/** Which line, why, and when the money was back. */
export type ReturnLineInput = FailLineInput & { returned_on: string };

const returnLineStep = createStep("return-line", async (input: ReturnLineInput, { container }) => {
  // What the household has confirmed is not taken back by a click: there is an objection for it.
  if (await confirmedLine(container, input.line_id)) throw refuse("transfer_confirmed");
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
  const line = await settlements.startReturn(input);
  return new StepResponse({ settlement_id: line.settlement_id });
});

/** Says that a transfer came back; `book-lines` posts it. */
export const returnLineWorkflow = createWorkflow("return-line", (input: ReturnLineInput) => {
  return new WorkflowResponse(returnLineStep(input));
});
