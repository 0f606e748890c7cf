/**
 * Changes the members of a household.
 *
 * NOTE: the input may carry an ID number. The workflow keeps no record of its runs; do not give it a retention time.
 */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { AUDIT_MODULE, type AuditModuleService } from "../../modules/audit";
import {
  HOUSEHOLD_MODULE,
  type ChangingMembers,
  type HouseholdModuleService,
} from "../../modules/household";

/** Who changes what, within which prefix, over which route. */
export interface ChangeMembersInput extends ChangingMembers {
  scope: string;
  route: string;
}

const changeMembersStep = createStep(
  "change-members",
  async ({ scope, route, ...asked }: ChangeMembersInput, { container }) => {
    const register = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
    // NOTE: no undo. What was entered wrongly is put right by a person, with a reason.
    await register.changeMembers(scope, asked);
    await container
      .resolve<AuditModuleService>(AUDIT_MODULE)
      .recordAll(asked.by.id, [asked.household_id], route);
    return new StepResponse({ ok: true });
  },
);

/** Makes one change. */
export const changeMembersWorkflow = createWorkflow(
  "change-members",
  (input: ChangeMembersInput) => {
    return new WorkflowResponse(changeMembersStep(input));
  },
);
