/** The seller answers a complaint: all, a part, or nothing with the reason. */
import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import type { ComplaintAnswerBody } from "../../contract/complaint";
import {
  afterDays,
  COMPLAINT_MODULE,
  type ComplaintModuleService,
  type KeptComplaint,
  type Move,
} from "../../modules/complaint";
import { refundGround } from "../../queries/complaint/refund-ground";
import { refuse } from "../../refuse";
import { giveRefunds } from "./give-refunds";
import { requireNoNumbers } from "./open-complaint";

interface AnswerComplaintInput {
  id: string;
  cooperative_id: string;
  by: string;
  /** ISO instant. */
  now: string;
  answer: ComplaintAnswerBody;
}

// No undo: an answer stands; the money that it agrees to is given now or by the job.
const answerComplaintStep = createStep(
  "answer-complaint",
  async ({ id, cooperative_id, by, now, answer }: AnswerComplaintInput, { container }) => {
    const complaints = container.resolve<ComplaintModuleService>(COMPLAINT_MODULE);
    const complaint = await complaints.get(id);
    if (complaint.cooperative_id !== cooperative_id) throw refuse("not_found");
    if (answer.verb !== "accept") requireNoNumbers(answer.text);
    const step = stepOf(complaint, answer, new Date(now));
    const amount_fen = step.agreed_fen ?? step.offer_fen ?? 0;
    await requireLeft(container, complaint, amount_fen);
    const head = { from: ["open"], party: "cooperative", by, now, deadline: "open" } as const;
    const { state } = await complaints.move(id, { ...head, ...step });
    if (state === "agreed") await giveRefunds(container, id);
    return new StepResponse({ id });
  },
);

type Step = Pick<Move, "to" | "due_at" | "text" | "offer_fen" | "agreed_fen">;

function stepOf(complaint: KeptComplaint, answer: ComplaintAnswerBody, now: Date): Step {
  const due_at = afterDays(now, complaint.appeal_days);
  switch (answer.verb) {
    case "accept":
      return { to: "agreed", agreed_fen: complaint.wish_fen };
    case "offer":
      if (answer.amount_fen >= complaint.wish_fen)
        throw refuse("complaint_offer_not_lower", { field: "amount_fen" });
      return { to: "offered", offer_fen: answer.amount_fen, text: answer.text, due_at };
    case "reject":
      return { to: "rejected", text: answer.text, due_at };
  }
}

/** @throws refusal `over_refund` when less is left of the order's payment */
export async function requireLeft(
  container: MedusaContainer,
  { id, order_id }: KeptComplaint,
  amount_fen: number,
): Promise<void> {
  if (amount_fen === 0) return;
  const { left_fen } = await refundGround(container, order_id, id);
  if (amount_fen > left_fen) throw refuse("over_refund", { field: "amount_fen", left_fen });
}

/** Answers a complaint. */
export const answerComplaintWorkflow = createWorkflow(
  "answer-complaint",
  (input: AnswerComplaintInput) => {
    return new WorkflowResponse(answerComplaintStep(input));
  },
);
