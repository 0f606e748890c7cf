/** The operator decides over a complaint that came to the platform; it is the last word. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { ComplaintDecisionBody } from "../../contract/complaint";
import { COMPLAINT_MODULE, type ComplaintModuleService } from "../../modules/complaint";
import { refuse } from "../../refuse";
import { requireLeft } from "./answer-complaint";
import { giveRefunds } from "./give-refunds";
import { requireNoNumbers } from "./open-complaint";

interface DecideComplaintInput {
  id: string;
  by: string;
  /** ISO instant. */
  now: string;
  decision: ComplaintDecisionBody;
}

// No undo: a decision stands; the money that it grants is given now or by the job.
const decideComplaintStep = createStep(
  "decide-complaint",
  async ({ id, by, now, decision }: DecideComplaintInput, { container }) => {
    const complaints = container.resolve<ComplaintModuleService>(COMPLAINT_MODULE);
    const complaint = await complaints.get(id);
    requireNoNumbers(decision.text);
    const head = { from: ["escalated"], party: "operator", by, now, text: decision.text } as const;
    if (decision.verb === "dismiss") {
      await complaints.move(id, { ...head, to: "dismissed" });
      return new StepResponse({ id });
    }
    const { amount_fen: agreed_fen } = decision;
    if (agreed_fen > complaint.worth_fen)
      throw refuse("complaint_amount", { field: "amount_fen", most_fen: complaint.worth_fen });
    await requireLeft(container, complaint, agreed_fen);
    await complaints.move(id, { ...head, to: "agreed", agreed_fen });
    await giveRefunds(container, id);
    return new StepResponse({ id });
  },
);

/** Decides over a complaint. */
export const decideComplaintWorkflow = createWorkflow(
  "decide-complaint",
  (input: DecideComplaintInput) => {
    return new WorkflowResponse(decideComplaintStep(input));
  },
);
