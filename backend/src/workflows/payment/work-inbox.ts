/** Works off stored payment notifications: each takes effect once, a failure is tried again later. */
import type { Logger, MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules, PaymentActions } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { failpoint } from "../../failpoints";
import { describe } from "../../log";
import { INBOX_MODULE, type InboxEvent, type InboxService } from "../../modules/inbox";
import { chargebacksHeardSchema, refundsHeardSchema } from "../../modules/payment-stripe";
import { settleChargebacksHeard } from "./settle-chargebacks-heard";
import { refundWordSchema, settleRefund } from "./settle-refund";
import { settleRefundsHeard } from "./settle-refunds-heard";
import { settleFailedSession, settlePaidSession } from "./settle-session";

/** Which events to work on; without `only` all that are due. */
export interface WorkInboxInput {
  limit: number;
  only?: { provider: string; event_id: string };
}

// No undo: every effect is idempotent by itself, and money is never moved back by an undo.
const workInboxStep = createStep("work-inbox", async (input: WorkInboxInput, { container }) => {
  const inbox = container.resolve<InboxService>(INBOX_MODULE);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const events = await inbox.take(input.limit, input.only);
  for (const event of events) await work(container, { inbox, logger, event });
  return new StepResponse({ worked: events.length });
});

/** Works off due notifications. */
export const workInboxWorkflow = createWorkflow("work-inbox", (input: WorkInboxInput) => {
  return new WorkflowResponse(workInboxStep(input));
});

const PAID: readonly string[] = [PaymentActions.SUCCESSFUL, PaymentActions.AUTHORIZED];
const FAILED: readonly string[] = [PaymentActions.FAILED, PaymentActions.CANCELED];

async function work(
  container: MedusaContainer,
  { inbox, logger, event }: { inbox: InboxService; logger: Logger; event: InboxEvent },
): Promise<void> {
  try {
    await takeEffect(container, event);
    failpoint("work-inbox:effected");
    await inbox.done(event);
  } catch (error) {
    const state = await inbox.failed(event, describe(error));
    const note = `payment event ${event.provider}/${event.event_id}, try ${event.attempts}: ${describe(error)}`;
    if (state === "dead") logger.error(`needs a person: ${note}`);
    else logger.warn(note);
  }
}

async function takeEffect(container: MedusaContainer, event: InboxEvent): Promise<void> {
  const refund = refundWordSchema.safeParse(event.body);
  if (refund.success) {
    await settleRefund(container, `pp_${event.provider}`, refund.data);
    return;
  }
  const payments = container.resolve(Modules.PAYMENT);
  const { action, data } = await payments.getWebhookActionAndData({
    provider: event.provider,
    payload: { data: event.body, rawData: JSON.stringify(event.body), headers: {} },
  });
  if (!data?.session_id) return;
  const heard = refundsHeardSchema.safeParse(data);
  if (heard.success) {
    await settleRefundsHeard(container, `pp_${event.provider}`, heard.data);
    return;
  }
  const disputed = chargebacksHeardSchema.safeParse(data);
  if (disputed.success) {
    const { session_id, chargebacks } = disputed.data;
    const of = { provider_id: `pp_${event.provider}`, session_id };
    await settleChargebacksHeard(
      container,
      chargebacks.map((one) => ({ ...one, ...of })),
    );
    return;
  }
  if (PAID.includes(action)) {
    await settlePaidSession(container, data.session_id);
  } else if (FAILED.includes(action)) {
    await settleFailedSession(container, data.session_id);
  }
}
