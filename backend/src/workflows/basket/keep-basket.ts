/** Keeps the cart of a buyer. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { BASKET_MODULE, type BasketItem, type BasketModuleService } from "../../modules/basket";

interface KeepInput {
  customer_id: string;
  items: BasketItem[];
  mode: "set" | "merge";
}

// No undo: the last step of its workflow, and one statement under one lock.
const keepBasketStep = createStep(
  "keep-basket",
  async ({ customer_id, ...wanted }: KeepInput, { container }) => {
    const basket = container.resolve<BasketModuleService>(BASKET_MODULE);
    return new StepResponse({ items: await basket.keep(customer_id, wanted) });
  },
);

/** Keeps a cart. */
export const keepBasketWorkflow = createWorkflow("keep-basket", (input: KeepInput) => {
  return new WorkflowResponse(keepBasketStep(input));
});
