/** A cooperative keeps a contract with a household of its county. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { LINKAGE_MODULE, type LinkageModuleService } from "../../modules/linkage";
import { readCooperative } from "../../queries/cooperative/read-cooperative";
import { refuse } from "../../refuse";

/** A contract to keep. */
export interface AddContractInput {
  cooperative_id: string;
  prepared_by: string;
  household_id: string;
  linkage: string;
  terms: string;
  starts_on: string;
  ends_on: string | null;
}

const addContractStep = createStep(
  "add-contract",
  async (input: AddContractInput, { container }) => {
    const register = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
    const { division_code } = await readCooperative(container, input.cooperative_id);
    const face = (await register.faces([input.household_id])).get(input.household_id);
    if (!face?.division_code.startsWith(division_code.slice(0, 6)))
      throw refuse("household_unknown", { field: "household_id" });
    const linkage = container.resolve<LinkageModuleService>(LINKAGE_MODULE);
    const contract = await linkage.addContract({ ...input, alias: face.alias });
    return new StepResponse({ contract }, contract.id);
  },
  async (id, { container }) => {
    if (id) await container.resolve<LinkageModuleService>(LINKAGE_MODULE).dropContract(id);
  },
);

/** Keeps a contract. */
export const addContractWorkflow = createWorkflow(
  "add-contract",
  (input: AddContractInput) => new WorkflowResponse(addContractStep(input)),
);
