/** Renews goods that the rule of their place favours since, or no longer: credits come, days pass. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { favourChanged } from "../../queries/shelf/favoured";
import { dayInShanghai } from "../../modules/rules";
import { refreshGoodsStep } from "./refresh-goods";

const findFavourChangedStep = createStep(
  "find-favour-changed",
  async (_: undefined, { container }) => {
    const product_ids = await favourChanged(container, dayInShanghai(new Date()));
    return new StepResponse({ product_ids });
  },
);

/** Renews the rows whose favour has changed. */
export const favourGoodsWorkflow = createWorkflow("favour-goods", () => {
  return new WorkflowResponse(refreshGoodsStep(findFavourChangedStep()));
});
