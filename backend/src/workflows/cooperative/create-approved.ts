/** A cooperative that applies and is approved in one go: demonstration data and imports. */
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";

import { applyWorkflow } from "./apply";
import { decideApplicationWorkflow } from "./decide-application";
import type { FilingInput } from "./steps";

interface ApprovedInput extends FilingInput {
  decided_by: string;
}

/** Goes through the same application and decision as everyone else. */
export const createApprovedCooperativeWorkflow = createWorkflow(
  "create-approved-cooperative",
  (input: ApprovedInput) => {
    const filed = applyWorkflow.runAsStep({ input });
    const decision = transform({ input, filed }, (data) => ({
      cooperative_id: data.filed.cooperative_id,
      decision: "approve" as const,
      decided_by: data.input.decided_by,
      scope: data.input.application.division_code.slice(0, 6),
    }));
    decideApplicationWorkflow.runAsStep({ input: decision });
    return new WorkflowResponse(filed);
  },
);
