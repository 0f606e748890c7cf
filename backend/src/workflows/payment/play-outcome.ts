/** Local only: lets the sandbox send its late answer, through the same inbox as a real payment house. */
import { randomUUID } from "node:crypto";

import { createStep, createWorkflow, StepResponse } from "@medusajs/framework/workflows-sdk";

import { env } from "../../env";
import { refuse } from "../../refuse";
import { findOrderMoney } from "../order/order-money";
import { receiveEventWorkflow } from "./receive-event";
import { workInboxWorkflow } from "./work-inbox";

/** The order and the answer to play. */
export interface PlayOutcomeInput {
  order_id: string;
  outcome: "success" | "decline";
}

const PROVIDER = "sandbox_local";

// No undo: it plays an outside house, which does not undo either.
const playOutcomeStep = createStep(
  "play-outcome",
  async (input: PlayOutcomeInput, { container }) => {
    const money = env.YIGOU_SANDBOX_PAYMENT
      ? await findOrderMoney(container, { order_id: input.order_id })
      : null;
    if (money?.provider_id !== `pp_${PROVIDER}` || !money.session_id) throw refuse("not_found");
    if (money.session_status !== "pending_authorization") throw refuse("state_conflict");
    const event = { provider: PROVIDER, event_id: `evt_${randomUUID()}` };
    const type = input.outcome === "success" ? "payment.captured" : "payment.failed";
    await receiveEventWorkflow(container).run({
      input: { ...event, body: { event_id: event.event_id, type, session_id: money.session_id } },
    });
    await workInboxWorkflow(container).run({ input: { limit: 1, only: event } });
    return new StepResponse({ ok: true });
  },
);

/** Plays the late answer of the sandbox. */
export const playOutcomeWorkflow = createWorkflow("play-outcome", (input: PlayOutcomeInput) => {
  playOutcomeStep(input);
});
