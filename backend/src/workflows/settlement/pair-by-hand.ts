/** A person says which line a row of the bank answers, and why. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { CooperativeRole } from "../../contract/roles";
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../../modules/settlement";
import { readCooperative } from "../../queries/cooperative/read-cooperative";
import { approvalRule } from "../../queries/settlement/approval-rule";

/** Who pairs what. */
export interface PairByHandInput {
  cooperative_id: string;
  row_id: string;
  line_id: string;
  reason: string;
  by: { id: string; name: string; role: CooperativeRole };
  /** ISO instant. */
  at: string;
}

const pairByHandStep = createStep("pair-by-hand", async (input: PairByHandInput, { container }) => {
  const { division_code } = await readCooperative(container, input.cooperative_id);
  const rule = await approvalRule(container, division_code, new Date(input.at));
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
  return new StepResponse(await settlements.pair({ ...input, rule }));
});

/** Pairs them, or proposes the pair to a second person. */
export const pairByHandWorkflow = createWorkflow("pair-by-hand", (input: PairByHandInput) => {
  return new WorkflowResponse(pairByHandStep(input));
});
