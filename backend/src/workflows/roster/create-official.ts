/** Puts an official on the roster and gives the login that opens the official's area. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { setAuthAppMetadataStep } from "@medusajs/medusa/core-flows";

import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";
import {
  officialInputSchema,
  ROSTER_MODULE,
  type OfficialInput,
  type RosterModuleService,
} from "../../modules/roster";
import { refuse } from "../../refuse";
import { registerLoginStep } from "../access/register-login";

/** The official and the first password. */
export interface CreateOfficialInput {
  official: OfficialInput;
  password: string;
}

const appointOfficialStep = createStep(
  "appoint-official",
  async (input: OfficialInput, { container }) => {
    const official = officialInputSchema.parse(input);
    const place = await container
      .resolve<DivisionModuleService>(DIVISION_MODULE)
      .nameOfScope(official.division_code);
    if (place === null) throw refuse("division_unknown", { field: "division_code" });
    const appointed = await container.resolve<RosterModuleService>(ROSTER_MODULE).appoint(official);
    return new StepResponse(appointed, appointed.id);
  },
  async (id, { container }) => {
    if (!id) return;
    await container.resolve<RosterModuleService>(ROSTER_MODULE).withdraw(id);
  },
);

/** Puts an official on the roster; answers the official. */
export const createOfficialWorkflow = createWorkflow(
  "create-official",
  (input: CreateOfficialInput) => {
    const official = appointOfficialStep(input.official);
    const login = transform({ input, official }, (data) => ({
      email: data.official.email,
      password: data.input.password,
    }));
    const authIdentityId = registerLoginStep(login);
    setAuthAppMetadataStep({ authIdentityId, actorType: "official", value: official.id });
    return new WorkflowResponse(official);
  },
);
