/** Authorises the payment session of an order that is placed already, and books what was captured. */
import { PaymentEvents } from "@medusajs/framework/utils";
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import {
  addOrderTransactionStep,
  authorizePaymentSessionStep,
  emitEventStep,
} from "@medusajs/medusa/core-flows";

/** The order and the session that pays for it. */
export interface AuthorizeOrderPaymentInput {
  order_id: string;
  session_id: string;
}

/** Safe to run twice: the session is authorised once, a capture is booked once. */
export const authorizeOrderPaymentWorkflow = createWorkflow(
  "authorize-order-payment",
  (input: AuthorizeOrderPaymentInput) => {
    const payment = authorizePaymentSessionStep({ id: input.session_id, context: {} });
    const captures = transform({ payment, input }, (data) =>
      (data.payment?.captures ?? []).map((capture) => ({
        order_id: data.input.order_id,
        amount: capture.raw_amount ?? capture.amount,
        currency_code: data.payment?.currency_code ?? "cny",
        reference: "capture",
        reference_id: capture.id,
      })),
    );
    when("book-captures", { captures }, (data) => data.captures.length > 0).then(() => {
      addOrderTransactionStep(captures);
      emitEventStep({
        eventName: PaymentEvents.CAPTURED,
        data: transform({ payment }, (data) => ({ id: data.payment?.id })),
      });
    });
    return new WorkflowResponse(payment);
  },
);
