/** Bank transfer as Medusa's payment module sees it: authorization is deferred until money came. */
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
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types";
import { AbstractPaymentProvider, PaymentActions } from "@medusajs/framework/utils";
import { z } from "zod";

import { refuse } from "../../refuse";
import { transferReference } from "./reference";

// NOTE: `arrived` comes only from an update by the confirming workflow: a session that a buyer starts
// always begins with false, whatever the buyer put into its data.
const sessionDataSchema = z.object({
  session_id: z.string().min(1),
  reference: z.string(),
  arrived: z.boolean(),
  bank_reference: z.string().nullable(),
  confirmed_by: z.string().nullable().default(null),
});

/** Waits for money that a person confirms. Refunds are transfers made by hand, booked here. */
export class BankTransferProvider extends AbstractPaymentProvider {
  static override identifier = "bank";

  constructor(cradle: Record<string, unknown>, config?: Record<string, unknown>) {
    super(cradle, config ?? {});
  }

  async initiatePayment({ data }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const session_id = z.string().min(1).parse(data?.session_id);
    const reference = transferReference(session_id);
    return {
      id: session_id,
      data: { session_id, reference, arrived: false, bank_reference: null, confirmed_by: null },
    };
  }

  async updatePayment({ data }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return { data: { ...sessionDataSchema.parse(data) } };
  }

  async authorizePayment({ data }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const session = sessionDataSchema.parse(data);
    return { status: session.arrived ? "captured" : "pending_authorization", data: { ...session } };
  }

  async capturePayment({ data }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return same(data);
  }

  async cancelPayment({ data }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    // NOTE: an undo of Medusa must not cancel money that has arrived; only a refund gives it back.
    if (sessionDataSchema.parse(data).arrived) throw refuse("state_conflict");
    return same(data);
  }

  async deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return same(data);
  }

  async refundPayment({ data }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    return same(data);
  }

  async retrievePayment({ data }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return same(data);
  }

  async getPaymentStatus({ data }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const session = sessionDataSchema.safeParse(data);
    const arrived = session.success && session.data.arrived;
    return { status: arrived ? "captured" : "pending_authorization" };
  }

  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED };
  }
}

function same(data: Record<string, unknown> | undefined): { data: Record<string, unknown> } {
  return { data: data ?? {} };
}
