/**
 * Records a household's own card anew.
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
  type NewCard,
} from "../../modules/household";

/** Who records what, within which prefix. */
export interface RecordCardInput extends NewCard {
  scope: string;
}

const recordCardStep = createStep(
  "record-card",
  async ({ scope, ...one }: RecordCardInput, { container }) => {
    const register = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
    // NOTE: no undo. A card that is wrong is recorded anew by a person, with a reason.
    await register.recordCard(scope, one);
    await container
      .resolve<AuditModuleService>(AUDIT_MODULE)
      .recordAll(one.by.id, [one.household_id], "POST /official/households/:id/cards");
    return new StepResponse({ ok: true });
  },
);

/** Records a card. */
export const recordCardWorkflow = createWorkflow(
  "record-card",
  (input: RecordCardInput) => new WorkflowResponse(recordCardStep(input)),
);
