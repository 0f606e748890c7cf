/** The sandbox as Medusa's payment module sees it. */
import { setTimeout as sleep } from "node:timers/promises";

import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  PaymentSessionStatus,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types";
import { AbstractPaymentProvider, BigNumber, PaymentActions } from "@medusajs/framework/utils";

import { roundToFen } from "../../contract/money";
import { failpoint } from "../../failpoints";
import { refuse } from "../../refuse";
import { chargeState, moveCharge, openCharge, refundCharge, type ChargeState } from "./charge-book";
import {
  inquirySchema,
  sessionDataSchema,
  webhookSchema,
  type Inquiry,
  type SessionData,
} from "./shapes";

/** Plays a payment house: the buyer chooses the outcome. Never offered in production. */
export class SandboxPaymentProvider extends AbstractPaymentProvider {
  static override identifier = "sandbox";

  readonly #pg: Knex;

  constructor(cradle: Record<string, unknown> & { __pg_connection__: Knex }) {
    super(cradle);
    this.#pg = cradle.__pg_connection__;
  }

  async initiatePayment({ data, amount }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const session = sessionDataSchema.parse(data);
    await openCharge(this.#pg, session.session_id, fenOf(amount));
    return { id: session.session_id, data: { ...session } };
  }

  async updatePayment({ data, amount }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const session = sessionDataSchema.parse(data);
    await openCharge(this.#pg, session.session_id, fenOf(amount));
    return { data: { ...session } };
  }

  async authorizePayment({ data }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const session = sessionDataSchema.parse(data);
    const state = await moveCharge(this.#pg, session.session_id, wishedState(session));
    failpoint("house:charged");
    if (state === "declined" || state === "canceled") throw refuse("payment_declined");
    return { status: statusOf(state), data: { ...session } };
  }

  async capturePayment({ data }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    const session = sessionDataSchema.parse(data);
    const state = await moveCharge(this.#pg, session.session_id, "captured");
    if (state !== "captured") throw refuse("payment_declined");
    return { data: { ...session } };
  }

  async cancelPayment({ data }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    const session = sessionDataSchema.parse(data);
    const state = await moveCharge(this.#pg, session.session_id, "canceled");
    // NOTE: Medusa cancels payments while it undoes a failed completion. Money that was taken is only
    // given back by a refund that somebody asked for.
    if (state === "captured") throw refuse("state_conflict");
    return { data: { ...session } };
  }

  async deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    const session = sessionDataSchema.safeParse(data);
    if (!session.success) return {};
    const state = await moveCharge(this.#pg, session.data.session_id, "canceled");
    if (state === "captured") throw refuse("state_conflict");
    return { data: { ...session.data } };
  }

  async refundPayment({ data, amount, context }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const session = sessionDataSchema.parse(data);
    const key = context?.idempotency_key;
    if (!key) throw new Error("a refund needs an idempotency key");
    const refund = { key, session_id: session.session_id, amount_fen: fenOf(amount) };
    if (!(await untilAnswered(() => refundCharge(this.#pg, refund)))) throw refuse("over_refund");
    failpoint("house:refunded");
    return { data: { ...session } };
  }

  async retrievePayment({ data }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return { data: { ...sessionDataSchema.parse(data) } };
  }

  async getPaymentStatus({ data }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const session = sessionDataSchema.parse(data);
    return {
      status: statusOf(await chargeState(this.#pg, session.session_id)),
      data: { ...session },
    };
  }

  /** Takes a verified webhook as the word of the payment house itself, so it also moves the charge. */
  async getWebhookActionAndData(
    payload: ProviderWebhookPayload["payload"],
  ): Promise<WebhookActionResult> {
    const inquiry = inquirySchema.safeParse(payload.data);
    if (inquiry.success) return this.#answer(inquiry.data);
    const event = webhookSchema.safeParse(payload.data);
    if (!event.success) return { action: PaymentActions.NOT_SUPPORTED };
    const { session_id, type } = event.data;
    const state = type === "payment.captured" ? "captured" : "declined";
    return actionOf(session_id, await moveCharge(this.#pg, session_id, state));
  }

  async #answer(inquiry: Inquiry): Promise<WebhookActionResult> {
    const { session_id } = inquiry;
    if (inquiry.type === "inquiry") {
      return actionOf(session_id, await chargeState(this.#pg, session_id));
    }
    const { refund_id: key, amount_fen } = inquiry;
    const isGiven = await refundCharge(this.#pg, { key, session_id, amount_fen });
    return actionOf(session_id, isGiven ? "captured" : "declined");
  }
}

const TRIES = 5;
const PAUSE_MS = 200;

/**
 * Asks the house again under the same key when the line broke: it may have given the money and only its
 * answer was lost, and Medusa forgets a refund that failed.
 */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries === TRIES) throw error;
      await sleep(PAUSE_MS * tries);
    }
  }
}

function actionOf(session_id: string, state: ChargeState | null): WebhookActionResult {
  // NOTE: amounts stay out of the answer; a capture takes what the session says.
  const data = { session_id, amount: new BigNumber(0) };
  if (state === "captured") return { action: PaymentActions.SUCCESSFUL, data };
  if (state === "declined" || state === "canceled") return { action: PaymentActions.FAILED, data };
  return { action: PaymentActions.NOT_SUPPORTED };
}

function fenOf(amount: InitiatePaymentInput["amount"]) {
  return roundToFen(new BigNumber(amount).numeric);
}

function wishedState({ outcome }: SessionData): ChargeState {
  switch (outcome) {
    case "success":
      return "captured";
    case "decline":
      return "declined";
    case "pending":
      return "pending";
  }
}

function statusOf(state: ChargeState | null): PaymentSessionStatus {
  switch (state) {
    case "captured":
      return "captured";
    case "pending":
      return "pending_authorization";
    case "declined":
      return "error";
    case "canceled":
      return "canceled";
    case "open":
    case null:
      return "pending";
  }
}
