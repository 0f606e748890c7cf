/** A row of a statement that pays no order of ours leaves the list, with the reason and who said so. */
import { createStep, createWorkflow, StepResponse } from "@medusajs/framework/workflows-sdk";

import { INCOMING_MODULE, type IncomingModuleService } from "../../modules/incoming";

/** Which row, why, and who says so. */
export interface SetArrivalAsideInput {
  id: string;
  because: string;
  by: string;
}

// No undo: it is a decision of a person, and changes no money.
const setArrivalAsideStep = createStep(
  "set-arrival-aside",
  async ({ id, because, by }: SetArrivalAsideInput, { container }) => {
    const incoming = container.resolve<IncomingModuleService>(INCOMING_MODULE);
    await incoming.setAside(id, { because, by, at: new Date().toISOString() });
    return new StepResponse({ id });
  },
);

/** Sets a row aside. */
export const setArrivalAsideWorkflow = createWorkflow(
  "set-arrival-aside",
  (input: SetArrivalAsideInput) => {
    setArrivalAsideStep(input);
  },
);
