/** Opens a clearance offer, or proposes it where a second person decides. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { CLEARANCE_MODULE, type ClearanceModuleService } from "../../modules/clearance";
import { refreshGoodsStep } from "../shelf/refresh-goods";
import { prepareOffer, type OpenInput } from "./prepare-offer";
import { putPrice, takePrice } from "./price-list";

const addOfferStep = createStep(
  "add-offer",
  async (input: OpenInput, { container }) => {
    const clearance = container.resolve<ClearanceModuleService>(CLEARANCE_MODULE);
    const offer = await clearance.add(await prepareOffer(container, input, new Date()));
    return new StepResponse(offer, offer.id);
  },
  async (id, { container }) => {
    if (id) await container.resolve<ClearanceModuleService>(CLEARANCE_MODULE).drop(id);
  },
);

/** Gives an open offer its price. */
const putPriceStep = createStep(
  "put-price",
  async ({ id }: { id: string }, { container }) => {
    const offer = await container.resolve<ClearanceModuleService>(CLEARANCE_MODULE).get(id);
    if (offer.state === "open") await putPrice(container, offer);
    return new StepResponse({ product_id: offer.product_id }, id);
  },
  async (id, { container }) => {
    if (id) await takePrice(container, id);
  },
);

/** Opens or proposes an offer. */
export const openClearanceWorkflow = createWorkflow("open-clearance", (input: OpenInput) => {
  const offer = addOfferStep(input);
  const priced = putPriceStep(transform({ offer }, (data) => ({ id: data.offer.id })));
  refreshGoodsStep(transform({ priced }, (data) => ({ product_ids: [data.priced.product_id] })));
  return new WorkflowResponse(transform({ offer }, (data) => ({ id: data.offer.id })));
});
