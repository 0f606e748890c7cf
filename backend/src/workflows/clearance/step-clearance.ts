/** The second person decides over a proposal; or an open offer is taken back. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { CLEARANCE_MODULE, type ClearanceModuleService } from "../../modules/clearance";
import { offeredVariant } from "../../queries/clearance/offered-variant";
import { refuse } from "../../refuse";
import { refreshGoodsStep } from "../shelf/refresh-goods";
import { putPrice, takePrice } from "./price-list";

interface StepInput {
  id: string;
  cooperative_id: string;
  by: string;
  verb: "approve" | "refuse" | "end";
}

// No undo beyond its own order: an approval whose price cannot be put is proposed again, ends are final.
const stepClearanceStep = createStep(
  "step-clearance",
  async ({ id, cooperative_id, by, verb }: StepInput, { container }) => {
    const clearance = container.resolve<ClearanceModuleService>(CLEARANCE_MODULE);
    const offer = await clearance.get(id);
    if (offer.cooperative_id !== cooperative_id) throw refuse("not_found");
    if (verb === "end") {
      if (offer.state === "proposed") {
        await clearance.move(id, { from: "proposed", to: "refused", by });
      } else {
        if (offer.state !== "open") throw refuse("state_conflict");
        await takePrice(container, id);
        await clearance.move(id, { from: "open", to: "ended", by, why: "withdrawn" });
      }
      return new StepResponse({ product_id: offer.product_id });
    }
    if (offer.proposed_by === by) throw refuse("same_person");
    if (verb === "refuse") {
      await clearance.move(id, { from: "proposed", to: "refused", by });
      return new StepResponse({ product_id: offer.product_id });
    }
    if (offer.ends_at <= new Date()) throw refuse("clearance_day", { field: "last_on" });
    const variant = await offeredVariant(container, offer.variant_id);
    if (!variant || variant.price_fen <= offer.price_fen) throw refuse("clearance_not_lower");
    await clearance.move(id, { from: "proposed", to: "open", by });
    await putPrice(container, offer);
    return new StepResponse({ product_id: offer.product_id });
  },
);

/** Approves, refuses or ends an offer. */
export const stepClearanceWorkflow = createWorkflow("step-clearance", (input: StepInput) => {
  const done = stepClearanceStep(input);
  refreshGoodsStep(transform({ done }, (data) => ({ product_ids: [data.done.product_id] })));
  return new WorkflowResponse(transform({ input }, (data) => ({ id: data.input.id })));
});
