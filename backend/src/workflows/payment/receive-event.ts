/** Writes a verified payment notification down before anybody answers it. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { failpoint } from "../../failpoints";
import { INBOX_MODULE, type InboxService } from "../../modules/inbox";

/** A verified notification. */
export interface ReceiveEventInput {
  provider: string;
  event_id: string;
  body: Record<string, unknown>;
}

// No undo: a notification that was received stays received.
const storeEventStep = createStep(
  "store-event",
  async (input: ReceiveEventInput, { container }) => {
    const inbox = container.resolve<InboxService>(INBOX_MODULE);
    const is_new = await inbox.store(input);
    failpoint("receive-event:stored");
    return new StepResponse({ is_new });
  },
);

/** Stores a notification; one that is known already changes nothing. */
export const receiveEventWorkflow = createWorkflow("receive-event", (input: ReceiveEventInput) => {
  return new WorkflowResponse(storeEventStep(input));
});
