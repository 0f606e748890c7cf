/** The operator opens a pick-up point, or closes it to new orders. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { PickupPointBody } from "../../contract/pickup";
import { newKey, PICKUP_MODULE, type PickupModuleService } from "../../modules/pickup";

const addPointStep = createStep(
  "add-point",
  async (point: PickupPointBody, { container }) => {
    const { key, hash } = newKey();
    const id = await container.resolve<PickupModuleService>(PICKUP_MODULE).add(point, hash);
    return new StepResponse({ id, keeper_key: key }, id);
  },
  async (id, { container }) => {
    if (id) await container.resolve<PickupModuleService>(PICKUP_MODULE).drop(id);
  },
);

/** Opens a point; the keeper's key is told this once. */
export const openPointWorkflow = createWorkflow("open-point", (input: PickupPointBody) => {
  return new WorkflowResponse(addPointStep(input));
});

// No undo: one statement, and the last step.
const setOpenStep = createStep(
  "set-open",
  async ({ id, open }: { id: string; open: boolean }, { container }) => {
    await container.resolve<PickupModuleService>(PICKUP_MODULE).setOpen(id, open);
    return new StepResponse({ id });
  },
);

/** Closes a point to new orders, or opens it again; what waits there is still handed over. */
export const setPointOpenWorkflow = createWorkflow(
  "set-point-open",
  (input: { id: string; open: boolean }) => new WorkflowResponse(setOpenStep(input)),
);
