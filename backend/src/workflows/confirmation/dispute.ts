/** "I did not get this": kept for township and county, freezing nothing; they end it with a reason. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { CONFIRMATION_MODULE, type ConfirmationModuleService } from "../../modules/confirmation";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { openCredits, sumOf } from "../../queries/confirmation/open-credits";
import { refuse } from "../../refuse";

/** Which money did not arrive. */
export interface OpenDisputeInput {
  household_id: string;
  credit_ids: string[];
  statement: string;
  opened_by: string;
  /** ISO instant. */
  at: string;
}

const openDisputeStep = createStep(
  "open-dispute",
  async (input: OpenDisputeInput, { container }) => {
    const { household_id, credit_ids, statement, opened_by, at } = input;
    const credits = await openCredits(container, household_id, credit_ids);
    if (credits.length < new Set(credit_ids).size) throw refuse("nothing_to_confirm");
    const register = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
    const face = (await register.faces([household_id])).get(household_id);
    if (!face) throw refuse("not_found");
    const service = container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE);
    const dispute_id = await service.dispute({
      household_id,
      alias: face.alias,
      division_code: face.division_code,
      credit_ids: credits.map((credit) => credit.credit_id),
      amount_fen: sumOf(credits),
      statement,
      opened_by,
      at: new Date(at),
    });
    return new StepResponse({ dispute_id }, dispute_id);
  },
  async (id, { container }) => {
    if (!id) return;
    const service = container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE);
    await service.withdrawDispute(id);
  },
);

/** Opens a dispute. */
export const openDisputeWorkflow = createWorkflow(
  "open-dispute",
  (input: OpenDisputeInput) => new WorkflowResponse(openDisputeStep(input)),
);

/** How a dispute ends. */
export interface ResolveDisputeInput {
  id: string;
  scope: string;
  outcome: "received" | "paid_again" | "unfounded";
  reason: string;
  resolved_by: string;
  /** ISO instant. */
  at: string;
}

const resolveDisputeStep = createStep(
  "resolve-dispute",
  async ({ at, ...input }: ResolveDisputeInput, { container }) => {
    const service = container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE);
    await service.resolve({ ...input, at: new Date(at) });
    return new StepResponse({ ok: true as const });
  },
);

/** Ends a dispute, once. */
export const resolveDisputeWorkflow = createWorkflow(
  "resolve-dispute",
  (input: ResolveDisputeInput) => new WorkflowResponse(resolveDisputeStep(input)),
);
