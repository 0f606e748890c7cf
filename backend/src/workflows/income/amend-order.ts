/** Follows what an operator changed on an order after it was placed: edits, exchanges, claims, returns. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import type { MedusaContainer } from "@medusajs/framework/types";

import { failpoint } from "../../failpoints";
import { INCOME_MODULE, type IncomeModuleService } from "../../modules/income";
import { deliveredLines } from "../../queries/income/delivered-lines";
import { nextChange } from "../../queries/income/order-changes";
import { acceptLinesWorkflow } from "./accept-lines";

/** Which order to follow. */
export interface AmendOrderInput {
  order_id: string;
}

/** An order does not change so often between two sweeps. */
const MOST = 100;

const amendOrderStep = createStep(
  "amend-order",
  async ({ order_id }: AmendOrderInput, { container }) => {
    // NOTE: no undo. An amendment is append-only and keyed by its change; a retry completes what is missing.
    return new StepResponse({ followed: await followChanges(container, order_id) });
  },
);

/**
 * Follows every change of a frozen order, the oldest first.
 *
 * @returns how many were new
 */
export async function followChanges(container: MedusaContainer, order_id: string): Promise<number> {
  const income = container.resolve<IncomeModuleService>(INCOME_MODULE);
  let followed = 0;
  let before = "";
  for (let tries = 0; tries < MOST; tries++) {
    const change = await nextChange(container, order_id);
    // The same change again: the order is not frozen yet, the sweep comes back for it.
    if (!change || change.id === before) break;
    before = change.id;
    const isNew = await income.amend(change);
    failpoint("amend-order:followed");
    followed += isNew ? 1 : 0;
    await acceptDelivered(container, order_id, change.id);
  }
  return followed;
}

/**
 * Accepts goods that had arrived before the ledger knew that they were paid for.
 *
 * @param because what has just been posted; keeps the move from being posted twice
 */
export async function acceptDelivered(
  container: MedusaContainer,
  order_id: string,
  because = "late",
): Promise<void> {
  const order_line_ids = await deliveredLines(container, order_id);
  if (order_line_ids.length === 0) return;
  const at = new Date().toISOString();
  const input = { order_id, order_line_ids, delivery_id: `after-${because}-${at}`, at };
  await acceptLinesWorkflow(container).run({ input });
}

/** Brings the frozen sale of an order in line with what the operator changed. */
export const amendOrderWorkflow = createWorkflow("amend-order", (input: AmendOrderInput) => {
  return new WorkflowResponse(amendOrderStep(input));
});
