/** Ends or resumes an official's office. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { ROSTER_MODULE, type RosterModuleService } from "../../modules/roster";

/** Whose office, and whether it is held. */
export interface SetOfficialActiveInput {
  official_id: string;
  active: boolean;
}

const setOfficialActiveStep = createStep(
  "set-official-active",
  async ({ official_id, active }: SetOfficialActiveInput, { container }) => {
    const changed = await container
      .resolve<RosterModuleService>(ROSTER_MODULE)
      .setActive(official_id, active);
    return new StepResponse({ changed }, changed ? { official_id, active } : null);
  },
  async (change, { container }) => {
    if (!change) return;
    await container
      .resolve<RosterModuleService>(ROSTER_MODULE)
      .setActive(change.official_id, !change.active);
  },
);

/** Ends or resumes an official's office. */
export const setOfficialActiveWorkflow = createWorkflow(
  "set-official-active",
  (input: SetOfficialActiveInput) => {
    return new WorkflowResponse(setOfficialActiveStep(input));
  },
);
