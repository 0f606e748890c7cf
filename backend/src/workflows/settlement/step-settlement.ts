/** A settlement is submitted, approved, sent back or canceled. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { CooperativeRole } from "../../contract/roles";
import type { SettlementVerb } from "../../contract/settlement-words";
import { dayInShanghai } from "../../modules/rules";
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../../modules/settlement";
import { approvalRule } from "../../queries/settlement/approval-rule";
import { refuseExpired } from "../../queries/settlement/expired-recipients";
import { changedLines } from "../../queries/settlement/read-settlement";
import { complainedLines } from "../../queries/settlement/under-complaint";
import { refuse } from "../../refuse";

/** Who says what of which settlement. */
export interface StepSettlementInput {
  cooperative_id: string;
  settlement_id: string;
  verb: SettlementVerb;
  reason?: string | undefined;
  by: { id: string; name: string; role: CooperativeRole };
  /** ISO instant. */
  at: string;
}

const stepSettlementStep = createStep(
  "step-settlement",
  async (input: StepSettlementInput, { container }) => {
    const { cooperative_id, settlement_id, verb, at } = input;
    const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE);
    const head = await settlements.head(cooperative_id, settlement_id);
    // What has changed since it was prepared is found before somebody signs it.
    const isForward = verb === "submit" || verb === "approve";
    const lines = isForward ? await changedLines(container, settlement_id) : 0;
    if (lines > 0) throw refuse("settlement_changed", { lines });
    const complained = isForward ? await complainedLines(container, settlement_id) : 0;
    if (complained > 0) throw refuse("settlement_under_complaint", { lines: complained });
    if (isForward) await refuseExpired(container, settlement_id, dayInShanghai(new Date(at)));
    const rule = await approvalRule(container, head.division_code, new Date(at));
    return new StepResponse(await settlements.step({ ...input, rule }));
  },
);

/** Takes a step over a settlement. */
export const stepSettlementWorkflow = createWorkflow(
  "step-settlement",
  (input: StepSettlementInput) => new WorkflowResponse(stepSettlementStep(input)),
);
