/** Steps over the cooperatives' register. */
import { Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

import {
  COOPERATIVE_MODULE,
  type Application,
  type CooperativeService,
} from "../../modules/cooperative";
import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";
import { refuse } from "../../refuse";

/** What the filing step takes. */
export interface FilingInput {
  auth_identity_id: string;
  application: Application;
}

/** Files an application for a login; its e-mail address is read from the login, never from the caller. */
export const fileApplicationStep = createStep(
  "file-application",
  async ({ auth_identity_id, application }: FilingInput, { container }) => {
    const divisions: DivisionModuleService = container.resolve(DIVISION_MODULE);
    const names = await divisions.namesOf([application.division_code]);
    if (!names.has(application.division_code))
      throw refuse("division_unknown", { field: "division_code" });
    const identity = await container.resolve(Modules.AUTH).retrieveAuthIdentity(auth_identity_id, {
      relations: ["provider_identities"],
    });
    const email = identity.provider_identities?.[0]?.entity_id ?? "";
    const register: CooperativeService = container.resolve(COOPERATIVE_MODULE);
    const filed = await register.file({ auth_identity_id, email }, application);
    return new StepResponse(filed, filed.created ? filed.cooperative_id : null);
  },
  async (cooperative_id, { container }) => {
    if (!cooperative_id) return;
    const register: CooperativeService = container.resolve(COOPERATIVE_MODULE);
    await register.withdraw(cooperative_id);
  },
);

/** What the deciding step takes. */
export interface DecisionInput {
  cooperative_id: string;
  decision: "approve" | "refuse";
  reason?: string;
  decided_by: string;
  /** Division prefix of the one who decides. */
  scope: string;
}

/** Approves or refuses an open application. */
export const decideApplicationStep = createStep(
  "decide-application",
  async (input: DecisionInput, { container }) => {
    const register: CooperativeService = container.resolve(COOPERATIVE_MODULE);
    await register.decide({
      cooperative_id: input.cooperative_id,
      status: input.decision === "approve" ? "approved" : "refused",
      reason: input.reason ?? null,
      decided_by: input.decided_by,
      scope: input.scope,
      at: new Date(),
    });
    return new StepResponse({ cooperative_id: input.cooperative_id }, input.cooperative_id);
  },
  async (cooperative_id, { container }) => {
    if (!cooperative_id) return;
    const register: CooperativeService = container.resolve(COOPERATIVE_MODULE);
    await register.reopen(cooperative_id);
  },
);
