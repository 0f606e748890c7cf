/**
 * A producer, or its village, denies that a lot came from there: its goods leave the shelf at once and the
 * page of the lot says so, until township or county end the quarrel.
 */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows";

import type { DisputeOutcome } from "../../contract/lot";
import { TRACE_MODULE, type TraceModuleService } from "../../modules/trace";
import { goodsOfLot } from "../../queries/trace/own-lots";
import { refreshGoodsStep } from "../shelf/refresh-goods";

interface DisputeOriginInput {
  lot_id: string;
  division_code: string;
  statement: string;
  opened_by: string;
}

const openOriginDisputeStep = createStep(
  "open-origin-dispute",
  async (input: DisputeOriginInput, { container }) => {
    const trace = container.resolve<TraceModuleService>(TRACE_MODULE);
    const goods = await goodsOfLot(container, input.lot_id);
    const product_ids = goods.filter((one) => one.published).map((one) => one.product_id);
    const id = await trace.dispute({ ...input, frozen_products: product_ids });
    return new StepResponse({ product_ids }, id);
  },
  async (id, { container }) => {
    if (id) await container.resolve<TraceModuleService>(TRACE_MODULE).undoDispute(id);
  },
);

/** NOTE: a selector without ids would take in every product of the shop. */
function setStatus(product_ids: string[], status: "draft" | "published"): void {
  when({ product_ids }, (data) => data.product_ids.length > 0).then(() => {
    updateProductsWorkflow.runAsStep({
      input: transform({ product_ids, status }, (data) => ({
        selector: { id: data.product_ids },
        update: { status: data.status },
      })),
    });
  });
}

/** Opens an origin dispute. */
export const disputeOriginWorkflow = createWorkflow(
  "dispute-origin",
  (input: DisputeOriginInput) => {
    const { product_ids } = openOriginDisputeStep(input);
    setStatus(product_ids, "draft");
    const done = refreshGoodsStep({ product_ids });
    return new WorkflowResponse(done);
  },
);

interface ResolveOriginInput {
  id: string;
  scope: string;
  outcome: DisputeOutcome;
  reason: string;
  resolved_by: string;
}

const resolveOriginDisputeStep = createStep(
  "resolve-origin-dispute",
  async (input: ResolveOriginInput, { container }) => {
    const trace = container.resolve<TraceModuleService>(TRACE_MODULE);
    const frozen = await trace.resolve(input);
    // Goods of a false origin stay off the shelf.
    const product_ids = input.outcome === "origin_confirmed" ? frozen : [];
    return new StepResponse({ product_ids }, input.id);
  },
  async (id, { container }) => {
    if (id) await container.resolve<TraceModuleService>(TRACE_MODULE).reopen(id);
  },
);

/** Ends an origin dispute, once. */
export const resolveOriginWorkflow = createWorkflow(
  "resolve-origin",
  (input: ResolveOriginInput) => {
    const { product_ids } = resolveOriginDisputeStep(input);
    setStatus(product_ids, "published");
    const done = refreshGoodsStep({ product_ids });
    return new WorkflowResponse(done);
  },
);
