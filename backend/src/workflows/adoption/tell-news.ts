/** News from the orchard for all who have adopted there. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { ADOPTION_MODULE, type AdoptionModuleService } from "../../modules/adoption";

interface NewsInput {
  product_id: string;
  text: string;
  picture: string | null;
  by: string;
}

const tellNewsStep = createStep(
  "tell-news",
  async (news: NewsInput, { container }) => {
    const id = await container.resolve<AdoptionModuleService>(ADOPTION_MODULE).tell(news);
    return new StepResponse({ id }, id);
  },
  async (id, { container }) => {
    if (id) await container.resolve<AdoptionModuleService>(ADOPTION_MODULE).untell(id);
  },
);

/** Tells news. */
export const tellNewsWorkflow = createWorkflow("tell-news", (input: NewsInput) => {
  return new WorkflowResponse(tellNewsStep(input));
});
