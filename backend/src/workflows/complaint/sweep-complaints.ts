/** What deadlines do to complaints, and money that was agreed and has not gone back yet. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { describe } from "../../log";
import {
  afterDays,
  COMPLAINT_MODULE,
  type ComplaintModuleService,
  type KeptComplaint,
  type Move,
} from "../../modules/complaint";
import { giveRefunds } from "./give-refunds";

const MOST = 200;

// No undo: a deadline that is over stays over. Run again, it finds what is left to do.
const sweepComplaintsStep = createStep(
  "sweep-complaints",
  async ({ now }: { now: string }, { container }) => {
    const moved = await passDeadlines(container, new Date(now));
    return new StepResponse({ moved, given: await giveRefunds(container) });
  },
);

async function passDeadlines(container: MedusaContainer, now: Date): Promise<number> {
  const complaints = container.resolve<ComplaintModuleService>(COMPLAINT_MODULE);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  let moved = 0;
  for (const one of await complaints.overdue(["open", "offered", "rejected"], now, MOST)) {
    try {
      await complaints.move(one.id, {
        ...stepOf(one, now),
        from: [one.state],
        party: "clock",
        by: "job:sweep-complaints",
        now: now.toISOString(),
        deadline: "over",
      });
      moved += 1;
    } catch (error) {
      // Somebody was a moment faster: that step stands.
      logger.warn(`deadline of complaint ${one.id}: ${describe(error)}`);
    }
  }
  return moved;
}

/** Silence of the seller takes it to the operator, silence of the buyer takes the offer or lets it be. */
function stepOf(
  { state, offer_fen, decision_days }: KeptComplaint,
  now: Date,
): Pick<Move, "to" | "due_at" | "agreed_fen" | "escalates"> {
  if (state === "offered" && offer_fen !== null) return { to: "agreed", agreed_fen: offer_fen };
  if (state === "rejected") return { to: "closed" };
  return { to: "escalated", due_at: afterDays(now, decision_days), escalates: true };
}

/** Follows deadlines and gives what is agreed. */
export const sweepComplaintsWorkflow = createWorkflow(
  "sweep-complaints",
  (input: { now: string }) => {
    return new WorkflowResponse(sweepComplaintsStep(input));
  },
);
