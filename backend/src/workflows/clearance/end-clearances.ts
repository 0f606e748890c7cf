/** Ends offers whose units are gone or whose day is over, and gives open ones the price that a crash has kept from them. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { describe } from "../../log";
import { CLEARANCE_MODULE, type ClearanceModuleService } from "../../modules/clearance";
import { refreshGoods } from "../shelf/refresh-goods";
import { offersOver, putPrice, takePrice } from "./price-list";

const SYSTEM = "clock";

// No undo: what is over stays over. The price goes first, so that a crash leaves no price without an offer.
const endOverStep = createStep("end-over", async ({ now }: { now: string }, { container }) => {
  const clearance = container.resolve<ClearanceModuleService>(CLEARANCE_MODULE);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const product_ids: string[] = [];
  for (const offer of await clearance.over(new Date(now))) {
    try {
      await takePrice(container, offer.id);
      await clearance.move(offer.id, { from: "open", to: "ended", by: SYSTEM, why: offer.why });
      product_ids.push(offer.product_id);
    } catch (error) {
      logger.warn(`clearance ${offer.id} not ended, trying again: ${describe(error)}`);
    }
  }
  if (product_ids.length > 0) await refreshGoods(container, product_ids);
  return new StepResponse({ product_ids });
});

// An offer may end between the look at it and the putting of its price: what is left over is taken by the next look.
const mendPricesStep = createStep("mend-prices", async (_: undefined, { container }) => {
  const clearance = container.resolve<ClearanceModuleService>(CLEARANCE_MODULE);
  for (const offer of await clearance.open()) await putPrice(container, offer);
  const product_ids: string[] = [];
  for (const offer of await offersOver(container)) {
    await takePrice(container, offer.id);
    product_ids.push(offer.product_id);
  }
  if (product_ids.length > 0) await refreshGoods(container, product_ids);
  return new StepResponse({ product_ids });
});

/** Ends what is over. */
export const endClearancesWorkflow = createWorkflow("end-clearances", (input: { now: string }) => {
  return new WorkflowResponse(endOverStep(input));
});

/** Gives every open offer its price, and takes the prices of those that are over. */
export const repairClearancesWorkflow = createWorkflow("repair-clearances", () => {
  return new WorkflowResponse(mendPricesStep());
});
