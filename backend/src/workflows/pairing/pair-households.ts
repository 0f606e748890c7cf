/** Pairs households with helping units; the very same pairing again changes nothing. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import {
  PAIRING_MODULE,
  pairingSchema,
  type PairingInput,
  type PairingModuleService,
} from "../../modules/pairing";
import { refuse } from "../../refuse";

/** The pairings to make. */
export interface PairHouseholdsInput {
  pairings: PairingInput[];
}

const pairHouseholdsStep = createStep(
  "pair-households",
  async ({ pairings }: PairHouseholdsInput, { container }) => {
    const made = pairings.map((pairing) => pairingSchema.parse(pairing));
    const households = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
    const known = await households.faces(made.map((pairing) => pairing.household_id));
    const lost = made.find((pairing) => !known.has(pairing.household_id));
    if (lost) throw refuse("household_unknown", { household_id: lost.household_id });
    const { ids, created } = await container
      .resolve<PairingModuleService>(PAIRING_MODULE)
      .pair(made);
    return new StepResponse({ ids }, created);
  },
  async (created, { container }) => {
    if (!created) return;
    await container.resolve<PairingModuleService>(PAIRING_MODULE).unpair(created);
  },
);

/** Pairs households with helping units; answers the pairings' ids in the order of the input. */
export const pairHouseholdsWorkflow = createWorkflow(
  "pair-households",
  (input: PairHouseholdsInput) => {
    return new WorkflowResponse(pairHouseholdsStep(input));
  },
);
