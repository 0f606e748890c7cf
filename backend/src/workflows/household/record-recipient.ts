/**
 * Records who takes a household's money instead of its head, or ends it.
 *
 * NOTE: the input carries a card number. The workflow keeps no record of its runs; do not give it a
 * retention time.
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
  type HouseholdModuleService,
  type NewRecipient,
} from "../../modules/household";

/** Who records what, within which prefix. */
export interface RecordRecipientInput extends NewRecipient {
  scope: string;
}

const recordRecipientStep = createStep(
  "record-recipient",
  async ({ scope, ...one }: RecordRecipientInput, { container }) => {
    const register = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
    // NOTE: no undo. A recipient that nobody wants is ended by a person, with a reason.
    const id = await register.addRecipient(scope, one);
    await container
      .resolve<AuditModuleService>(AUDIT_MODULE)
      .recordAll(one.by.id, [one.household_id], "POST /official/households/:id/recipients");
    return new StepResponse({ id });
  },
);

/** Records a recipient. */
export const recordRecipientWorkflow = createWorkflow(
  "record-recipient",
  (input: RecordRecipientInput) => new WorkflowResponse(recordRecipientStep(input)),
);

/** Which one ends, why, within which prefix. */
export interface EndRecipientInput {
  scope: string;
  id: string;
  reason: string;
  by: string;
  /** ISO instant. */
  at: string;
}

const endRecipientStep = createStep(
  "end-recipient",
  async ({ scope, ...ending }: EndRecipientInput, { container }) => {
    const register = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
    const household_id = await register.endRecipient(scope, ending);
    await container
      .resolve<AuditModuleService>(AUDIT_MODULE)
      .recordAll(ending.by, [household_id], "POST /official/recipients/:id/ending");
    return new StepResponse({ household_id });
  },
);

/** Ends a recipient before its last day. */
export const endRecipientWorkflow = createWorkflow("end-recipient", (input: EndRecipientInput) => {
  return new WorkflowResponse(endRecipientStep(input));
});
