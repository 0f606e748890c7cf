/** A person says whether a row of the bank answers a line. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { CooperativeRole } from "../../contract/roles";
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../../modules/settlement";

/** What is said of which proposal. */
export interface DecideMatchInput {
  cooperative_id: string;
  match_id: string;
  decision: "confirm" | "reject";
  by: { id: string; role: CooperativeRole };
  /** ISO instant. */
  at: string;
}

const decideMatchStep = createStep(
  "decide-match",
  async (input: DecideMatchInput, { container }) => {
    await container.resolve<SettlementModuleService>(SETTLEMENT_MODULE).decide(input);
    return new StepResponse({ ok: true });
  },
);

/** Confirms or rejects a proposal, once. */
export const decideMatchWorkflow = createWorkflow("decide-match", (input: DecideMatchInput) => {
  return new WorkflowResponse(decideMatchStep(input));
});
