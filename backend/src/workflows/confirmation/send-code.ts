/** Makes a code for some of a household's money and sends it to the phone that is kept for the household. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { CONFIRMATION_MODULE, type ConfirmationModuleService } from "../../modules/confirmation";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { SMS_MODULE, type SmsModuleService } from "../../modules/sms";
import { openCredits, sumOf } from "../../queries/confirmation/open-credits";
import { refuse } from "../../refuse";
import { deliverMessagesStep } from "../sms/deliver-messages";

/** Which money a code is asked for. */
export interface SendCodeInput {
  household_id: string;
  credit_ids: string[];
  /** Division prefix of the official. */
  scope: string;
  made_by: string;
  /** ISO instant. */
  at: string;
}

const makeSmsCodeStep = createStep(
  "make-sms-code",
  async ({ household_id, credit_ids, scope, made_by, at }: SendCodeInput, { container }) => {
    const sms = container.resolve<SmsModuleService>(SMS_MODULE);
    if (!sms.isConfigured) throw refuse("sms_not_configured");
    const register = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
    const phone_masked = (await register.file(scope, household_id))?.phone_masked;
    if (!phone_masked) throw refuse("phone_missing");
    const credits = await openCredits(container, household_id, credit_ids);
    if (credits.length < new Set(credit_ids).size) throw refuse("nothing_to_confirm");
    const amount_fen = sumOf(credits);
    const service = container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE);
    const { id, expires_at } = await service.makeCode({
      household_id,
      method: "sms_code",
      code: null,
      credit_ids: credits.map((credit) => credit.credit_id),
      amount_fen,
      made_by,
      at: new Date(at),
    });
    const message = { household_id, subject_id: id, asked_by: made_by, expires_at };
    const message_id = await sms.put(message);
    const made = {
      message_id,
      amount_fen,
      credits: credits.length,
      phone_masked,
      expires_at: expires_at.toISOString(),
    };
    return new StepResponse(made, { id, message_id, at });
  },
  async (made, { container }) => {
    if (!made) return;
    await container.resolve<SmsModuleService>(SMS_MODULE).drop(made.message_id);
    const service = container.resolve<ConfirmationModuleService>(CONFIRMATION_MODULE);
    await service.discard(made.id, new Date(made.at));
  },
);

/** Makes a code, puts its message into the outbox, and tries to send it at once. */
export const sendCodeWorkflow = createWorkflow("send-code", (input: SendCodeInput) => {
  const made = makeSmsCodeStep(input);
  const delivered = deliverMessagesStep(
    transform({ made }, (data) => ({ limit: 1, id: data.made.message_id })),
  );
  return new WorkflowResponse(
    transform({ made, delivered }, (data) => ({
      amount_fen: data.made.amount_fen,
      credits: data.made.credits,
      phone_masked: data.made.phone_masked,
      expires_at: data.made.expires_at,
      is_sent: data.delivered.sent === 1,
    })),
  );
});
