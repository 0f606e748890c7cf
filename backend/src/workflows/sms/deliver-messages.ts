/** Hands due messages to the SMS provider: the number is opened and the text is made only now. */
import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { formatFen } from "../../contract/fen";
import { CONFIRMATION_MODULE, type ConfirmationModuleService } from "../../modules/confirmation";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { SMS_MODULE, type OutboxMessage, type SmsModuleService } from "../../modules/sms";
import { AUDIT_MODULE, type AuditModuleService } from "../../modules/audit";

/** Which messages. */
export interface DeliverMessagesInput {
  limit: number;
  /** This one alone. */
  id: string | null;
}

/** Sends what is due; NOTE: no undo, what a provider has taken cannot be called back. */
export const deliverMessagesStep = createStep(
  "deliver-messages",
  async ({ limit, id }: DeliverMessagesInput, { container }) => {
    const sms = container.resolve<SmsModuleService>(SMS_MODULE);
    const due = sms.isConfigured ? await sms.take(limit, id) : [];
    let sent = 0;
    for (const message of due) sent += (await deliver(container, message)) ? 1 : 0;
    return new StepResponse({ due: due.length, sent });
  },
);

async function deliver(container: MedusaContainer, message: OutboxMessage): Promise<boolean> {
  const { id, household_id, subject_id, asked_by } = message;
  const register = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const place = (await register.faces([household_id])).get(household_id)?.division_code;
  if (place === undefined) return false;
  // Opening a number is a read of the file like any other, and is logged before it happens.
  const read = { official_id: asked_by, household_id, route: "SMS confirmation_code" };
  await container.resolve<AuditModuleService>(AUDIT_MODULE).record(read);
  const to = await register.privateNumber(place, household_id, "phone");
  if (to === null) return false;
  const confirmation = container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE);
  const amount = formatFen(await confirmation.amountOf(subject_id));
  const text =
    `【以购】合作社登记已向您打款 ${amount} 元。确认收到，请把确认码 ${confirmation.codeOf(subject_id)} ` +
    `告诉当面的帮扶干部，10 分钟内有效。没有收到钱，请不要告诉任何人。`;
  return container.resolve<SmsModuleService>(SMS_MODULE).send({ id, to, text });
}

/** Sends what is due. */
export const deliverMessagesWorkflow = createWorkflow(
  "deliver-messages",
  (input: DeliverMessagesInput) => new WorkflowResponse(deliverMessagesStep(input)),
);
