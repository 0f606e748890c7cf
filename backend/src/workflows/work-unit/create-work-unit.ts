/** A work unit with the customers who may buy for it. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { WORK_UNIT_MODULE, type WorkUnitRole, type WorkUnitService } from "../../modules/work-unit";

interface WorkUnitInput {
  name: string;
  division_code: string;
  members: { customer_id: string; role: WorkUnitRole }[];
}

const openUnitStep = createStep(
  "open-unit",
  async (input: WorkUnitInput, { container }) => {
    const units: WorkUnitService = container.resolve(WORK_UNIT_MODULE);
    const id = await units.create(input);
    return new StepResponse({ id }, id);
  },
  async (id, { container }) => {
    if (!id) return;
    const units: WorkUnitService = container.resolve(WORK_UNIT_MODULE);
    await units.remove(id);
  },
);

/** Opens a work unit. */
export const createWorkUnitWorkflow = createWorkflow("create-work-unit", (input: WorkUnitInput) => {
  return new WorkflowResponse(openUnitStep(input));
});
