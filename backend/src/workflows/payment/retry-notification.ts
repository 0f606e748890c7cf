/** The operator lets a payment notification be tried again, once its cause is out of the way. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { INBOX_MODULE, type InboxService } from "../../modules/inbox";
import { refuse } from "../../refuse";

/** Which notification. */
export interface RetryNotificationInput {
  provider: string;
  event_id: string;
}

// No undo: a try more changes nothing by itself.
const retryNotificationStep = createStep(
  "retry-notification",
  async (input: RetryNotificationInput, { container }) => {
    const isRevived = await container.resolve<InboxService>(INBOX_MODULE).revive(input);
    if (!isRevived) throw refuse("not_found");
    return new StepResponse(null);
  },
);

/**
 * Puts a notification that waits for a person back among those that are tried.
 *
 * @throws refusal `not_found` when there is none that waits for a person
 */
export const retryNotificationWorkflow = createWorkflow(
  "retry-notification",
  (input: RetryNotificationInput) => {
    return new WorkflowResponse(retryNotificationStep(input));
  },
);
