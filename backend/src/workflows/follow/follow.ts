/** A buyer follows a household or a village, or ends it. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { FollowKind } from "../../contract/follow";
import { FOLLOW_MODULE, type FollowModuleService } from "../../modules/follow";

interface FollowInput {
  kind: FollowKind;
  subject_id: string;
  customer_id: string;
  by_mail: boolean;
}

// No undo: to follow is one row, and asking again changes nothing.
const followStep = createStep("follow", async (input: FollowInput, { container }) => {
  await container.resolve<FollowModuleService>(FOLLOW_MODULE).follow(input);
  return new StepResponse({ ok: true as const });
});

/** Follows. */
export const followWorkflow = createWorkflow("follow", (input: FollowInput) => {
  return new WorkflowResponse(followStep(input));
});

/** By the buyer's own list, or by the link of a mail. */
type EndFollowInput = { id: string; customer_id: string } | { token: string };

const endFollowStep = createStep("end-follow", async (input: EndFollowInput, { container }) => {
  const service = container.resolve<FollowModuleService>(FOLLOW_MODULE);
  if ("token" in input) await service.endByToken(input.token);
  else await service.end(input.id, input.customer_id);
  return new StepResponse({ ok: true as const });
});

/** Ends a follow. */
export const endFollowWorkflow = createWorkflow("end-follow", (input: EndFollowInput) => {
  return new WorkflowResponse(endFollowStep(input));
});
