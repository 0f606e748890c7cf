/** Keeps the picture of the money flow of a month that is over, so that nobody reads all postings for it. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { keepFlowMonth, missingFlowMonth } from "../../modules/income";
import { flowToKeep } from "../../queries/money-flow/flow-to-keep";
import { monthAt, periodOf } from "../../queries/statement/span";

/** When it is. */
export interface KeepFlowMonthInput {
  /** ISO instant. */
  now: string;
}

const keepFlowMonthStep = createStep(
  "keep-flow-month",
  async ({ now }: KeepFlowMonthInput, { container }) => {
    const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
    const month = await missingFlowMonth(pg, periodOf(monthAt(new Date(now))));
    if (month === null) return new StepResponse({ kept: null });
    // NOTE: a picture can be thrown away and computed anew at any time: there is nothing to undo.
    const kept = await keepFlowMonth(pg, await flowToKeep(pg, month));
    return new StepResponse({ kept: kept ? month : null });
  },
);

/** Keeps one month's picture; running it again keeps the next. */
export const keepFlowMonthWorkflow = createWorkflow(
  "keep-flow-month",
  (input: KeepFlowMonthInput) => {
    return new WorkflowResponse(keepFlowMonthStep(input));
  },
);
