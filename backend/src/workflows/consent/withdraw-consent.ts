/** A household takes a consent back. Whatever it allowed is gone with the next request. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { ConsentPurpose } from "../../contract/consent";
import { CONSENT_MODULE, type ConsentModuleService } from "../../modules/consent";

interface WithdrawConsentInput {
  household_id: string;
  purpose: ConsentPurpose;
  by: string;
}

// No undo: what a household took back is never published again by a failure elsewhere.
const withdrawConsentStep = createStep(
  "withdraw-consent",
  async ({ household_id, purpose, by }: WithdrawConsentInput, { container }) => {
    const consents = container.resolve<ConsentModuleService>(CONSENT_MODULE);
    await consents.withdraw(household_id, purpose, by);
    return new StepResponse({ ok: true as const });
  },
);

/** Ends a consent. */
export const withdrawConsentWorkflow = createWorkflow(
  "withdraw-consent",
  (input: WithdrawConsentInput) => new WorkflowResponse(withdrawConsentStep(input)),
);
