/** Registers helping units; one of the same name in the same division stays as it is. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import {
  helpingUnitSchema,
  PAIRING_MODULE,
  type HelpingUnitInput,
  type PairingModuleService,
} from "../../modules/pairing";

/** The units to register. */
export interface RegisterHelpingUnitsInput {
  units: HelpingUnitInput[];
}

const registerHelpingUnitsStep = createStep(
  "register-helping-units",
  async ({ units }: RegisterHelpingUnitsInput, { container }) => {
    const service = container.resolve<PairingModuleService>(PAIRING_MODULE);
    const { ids, created } = await service.registerUnits(
      units.map((unit) => helpingUnitSchema.parse(unit)),
    );
    return new StepResponse({ ids }, created);
  },
  async (created, { container }) => {
    if (!created) return;
    await container.resolve<PairingModuleService>(PAIRING_MODULE).withdrawUnits(created);
  },
);

/** Registers helping units; answers their ids in the order of the input. */
export const registerHelpingUnitsWorkflow = createWorkflow(
  "register-helping-units",
  (input: RegisterHelpingUnitsInput) => {
    return new WorkflowResponse(registerHelpingUnitsStep(input));
  },
);
