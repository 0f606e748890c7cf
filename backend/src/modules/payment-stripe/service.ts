/**
 * Stripe as Medusa's payment module sees it: Medusa's own provider, narrowed to what this shop promises.
 * A card is held first and captured only when the order stands; a wallet takes the money at once.
 */
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
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types";
import type Stripe from "stripe";

import { failpoint } from "../../failpoints";
import { refuse } from "../../refuse";
import { answerTo } from "./answers";
import { StripeCardKeeper } from "./card-keeper";
import { openClient, type StripeSettings } from "./client";
import { ask, intentOf } from "./failures";
import { openIntent } from "./intent-wish";
import { giveBack } from "./refunds";
import { assertOwnCard, holderIn } from "./saved-cards";
import {
  assertSame,
  dataOf,
  fenOf,
  sessionSchema,
  statusOf,
  wishSchema,
  type SessionData,
} from "./session-data";

/** Cards, Alipay and WeChat Pay in yuan. */
export class StripePaymentProvider extends StripeCardKeeper {
  static override identifier = "stripe";

  readonly #methods: readonly string[];

  constructor(cradle: Record<string, unknown>, settings: StripeSettings) {
    super(cradle, { apiKey: settings.apiKey, webhookSecret: settings.webhookSecret });
    this.#methods = settings.methods;
    // NOTE: Medusa's provider opens its client without a host, time limit or retries.
    this.stripe_ = openClient(settings);
  }

  override async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const { amount, currency_code, data, context } = input;
    if (currency_code.toLowerCase() !== "cny") {
      throw refuse("payment_provider_unknown", { field: "currency_code" });
    }
    const wish = wishSchema.parse(data);
    const amount_fen = fenOf(amount);
    const { session_id, saved_card, save_card = false } = wish;
    if (saved_card) await assertOwnCard(this.stripe_, holderIn(context), saved_card);
    const wished = { amount_fen, session_id, methods: this.#methods, context, save_card };
    const intent = await openIntent(this.stripe_, wished);
    return { id: intent.id, status: "pending", data: dataOf(intent, wish) };
  }

  override async updatePayment({ data, amount }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const session = sessionSchema.parse(data);
    const amount_fen = fenOf(amount);
    if (amount_fen === session.amount_fen) return { data: session };
    // An amount is set, not added: asking twice is harmless, and a key would answer with an older amount.
    const intent = await ask(() =>
      this.stripe_.paymentIntents.update(session.id, { amount: amount_fen }),
    );
    return { status: statusOf(intent), data: dataOf(intent, session) };
  }

  /** Confirms what the buyer has given, and captures what is held. */
  override async authorizePayment({
    data,
  }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const session = sessionSchema.parse(data);
    let intent: Stripe.PaymentIntent = await ask(() =>
      this.stripe_.paymentIntents.retrieve(session.id),
    );
    // A token that was refused once stays refused: asked under its key again, Stripe would repeat its first answer.
    const isOpen = intent.status === "requires_payment_method" && !intent.last_payment_error;
    const { confirmation_token, saved_card } = session;
    if (isOpen && saved_card) {
      intent = await this.#confirm(session, { payment_method: saved_card });
    } else if (isOpen && confirmation_token) {
      intent = await this.#confirm(session, { confirmation_token });
    }
    if (intent.status === "requires_capture") intent = await this.#capture(intent, session);
    if (intent.status === "succeeded") assertSame(intent, session);
    failpoint("house:charged");
    return { status: statusOf(intent), data: dataOf(intent, session) };
  }

  async #confirm(
    { id, session_id, return_url }: SessionData,
    by: { confirmation_token: string } | { payment_method: string },
  ): Promise<Stripe.PaymentIntent> {
    return ask(() =>
      this.stripe_.paymentIntents.confirm(
        id,
        { ...by, ...(return_url ? { return_url } : {}) },
        // The same token or card again is the same answer, also when it was a refusal.
        { idempotencyKey: `${session_id}:confirm:${Object.values(by).join("")}` },
      ),
    );
  }

  async #capture(
    intent: Stripe.PaymentIntent,
    session: SessionData,
  ): Promise<Stripe.PaymentIntent> {
    assertSame(intent, session);
    return ask(async () => {
      try {
        return await this.stripe_.paymentIntents.capture(
          session.id,
          { amount_to_capture: session.amount_fen },
          { idempotencyKey: `${session.session_id}:capture` },
        );
      } catch (error) {
        const now = intentOf(error);
        if (now?.status === "succeeded") return now;
        throw error;
      }
    });
  }

  override async capturePayment({ data }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    const session = sessionSchema.parse(data);
    const before = await ask(() => this.stripe_.paymentIntents.retrieve(session.id));
    const intent =
      before.status === "requires_capture" ? await this.#capture(before, session) : before;
    if (intent.status !== "succeeded") throw refuse("payment_declined");
    assertSame(intent, session);
    return { data: dataOf(intent, session) };
  }

  /** NOTE: Medusa cancels while it undoes. Money that was taken is given back by a refund only. */
  override async cancelPayment({ data }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    const session = sessionSchema.parse(data);
    const intent = await ask(async () => {
      try {
        return await this.stripe_.paymentIntents.cancel(session.id);
      } catch (error) {
        const now = intentOf(error);
        if (now?.status === "canceled") return now;
        if (now) throw refuse("state_conflict");
        throw error;
      }
    });
    return { data: dataOf(intent, session) };
  }

  override async deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    const session = sessionSchema.safeParse(data);
    return session.success ? this.cancelPayment({ data: session.data }) : {};
  }

  override async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const session = sessionSchema.parse(input.data);
    const refund_id = input.context?.idempotency_key;
    if (!refund_id) throw new Error("a refund needs an idempotency key");
    const amount_fen = fenOf(input.amount);
    await giveBack(this.stripe_, { intent_id: session.id, refund_id, amount_fen });
    failpoint("house:refunded");
    return { data: session };
  }

  override async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    const { data } = await this.getPaymentStatus(input);
    return { ...(data ? { data } : {}) };
  }

  override async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const session = sessionSchema.parse(input.data);
    const intent = await ask(() => this.stripe_.paymentIntents.retrieve(session.id));
    return { status: statusOf(intent), data: dataOf(intent, session) };
  }

  /** Reads stored notifications, which the door has verified, and questions of our own. */
  override async getWebhookActionAndData(
    payload: ProviderWebhookPayload["payload"],
  ): Promise<WebhookActionResult> {
    return answerTo(this.stripe_, payload.data);
  }
}
