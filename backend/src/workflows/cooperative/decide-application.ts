/** An official decides over a cooperative of the own area. */
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";

import { decideApplicationStep, type DecisionInput } from "./steps";

/** Approves or refuses an application, once. */
export const decideApplicationWorkflow = createWorkflow(
  "decide-application",
  (input: DecisionInput) => {
    return new WorkflowResponse(decideApplicationStep(input));
  },
);
