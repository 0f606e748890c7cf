/** Forgets the recipients of carts that became no order. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { GIFT_MODULE, type GiftModuleService } from "../../modules/gift";

// No undo: what nobody may need any more is forgotten for good.
const forgetGiftsStep = createStep(
  "forget-gifts",
  async ({ age_days }: { age_days: number }, { container }) => {
    const forgotten = await container.resolve<GiftModuleService>(GIFT_MODULE).forget(age_days);
    return new StepResponse({ forgotten });
  },
);

/** Forgets people to whom nothing was sent. */
export const forgetGiftsWorkflow = createWorkflow("forget-gifts", (input: { age_days: number }) => {
  return new WorkflowResponse(forgetGiftsStep(input));
});
