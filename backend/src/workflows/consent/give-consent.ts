/** Consents of households, recorded by an official. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import {
  CONSENT_MODULE,
  type ConsentModuleService,
  type GivenConsent,
} from "../../modules/consent";

interface GiveConsentInput {
  consents: GivenConsent[];
}

const giveConsentStep = createStep(
  "give-consent",
  async ({ consents }: GiveConsentInput, { container }) => {
    const ids = await container.resolve<ConsentModuleService>(CONSENT_MODULE).give(consents);
    return new StepResponse({ ids }, ids);
  },
  async (ids, { container }) => {
    if (ids) await container.resolve<ConsentModuleService>(CONSENT_MODULE).undoGive(ids);
  },
);

/** Records consents. */
export const giveConsentWorkflow = createWorkflow("give-consent", (input: GiveConsentInput) => {
  return new WorkflowResponse(giveConsentStep(input));
});
