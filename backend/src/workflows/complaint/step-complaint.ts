/** What the buyer does with an answer: take the offer, go to the operator, or let it be. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { ComplaintStepBody } from "../../contract/complaint";
import {
  afterDays,
  COMPLAINT_MODULE,
  type ComplaintModuleService,
  type KeptComplaint,
  type Move,
} from "../../modules/complaint";
import { refuse } from "../../refuse";
import { giveRefunds } from "./give-refunds";
import { requireNoNumbers } from "./open-complaint";

interface StepComplaintInput extends ComplaintStepBody {
  id: string;
  order_id: string;
  by: string;
  /** ISO instant. */
  now: string;
}

// No undo: a step stands.
const stepComplaintStep = createStep(
  "step-complaint",
  async ({ id, order_id, by, now, verb, text }: StepComplaintInput, { container }) => {
    const complaints = container.resolve<ComplaintModuleService>(COMPLAINT_MODULE);
    const complaint = await complaints.get(id);
    if (complaint.order_id !== order_id) throw refuse("not_found");
    if (text !== undefined) requireNoNumbers(text);
    const step = stepOf(complaint, verb, new Date(now));
    const head = { party: "buyer", by, now, text: text ?? null } as const;
    const { state } = await complaints.move(id, { ...head, ...step });
    if (state === "agreed") await giveRefunds(container, id);
    return new StepResponse({ id });
  },
);

type Step = Pick<Move, "from" | "to" | "due_at" | "agreed_fen" | "deadline" | "escalates">;

function stepOf(complaint: KeptComplaint, verb: ComplaintStepBody["verb"], now: Date): Step {
  switch (verb) {
    case "accept_offer":
      if (complaint.offer_fen === null) throw refuse("state_conflict");
      return {
        from: ["offered"],
        to: "agreed",
        agreed_fen: complaint.offer_fen,
        deadline: "open",
      };
    case "escalate":
      return {
        from: ["offered", "rejected"],
        to: "escalated",
        due_at: afterDays(now, complaint.decision_days),
        deadline: "open",
        escalates: true,
      };
    case "withdraw":
      return { from: ["open", "offered", "rejected", "escalated"], to: "withdrawn" };
  }
}

/** Makes a step of the buyer's. */
export const stepComplaintWorkflow = createWorkflow(
  "step-complaint",
  (input: StepComplaintInput) => {
    return new WorkflowResponse(stepComplaintStep(input));
  },
);
