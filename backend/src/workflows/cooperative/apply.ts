/** An account that has registered with a password applies to sell. */
import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { setAuthAppMetadataStep } from "@medusajs/medusa/core-flows";

import { fileApplicationStep, type FilingInput } from "./steps";

/** Files the application and makes the login a member of the new cooperative. */
export const applyWorkflow = createWorkflow("apply", (input: FilingInput) => {
  const filed = fileApplicationStep(input);
  when({ filed }, (data) => data.filed.created).then(() => {
    setAuthAppMetadataStep({
      authIdentityId: input.auth_identity_id,
      actorType: "cooperative",
      value: filed.member_id,
    });
  });
  return new WorkflowResponse(filed);
});
