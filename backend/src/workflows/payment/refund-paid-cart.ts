/**
 * The operator gives the money of a paid cart back that can become no order, for example because its goods
 * were sold out meanwhile. An undo never gives money back by itself: this is the explicit way.
 */
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import type { MedusaContainer } from "@medusajs/framework/types";

import { fenToYuan, type Fen } from "../../contract/money";
import { paidCart } from "../../queries/payment/paid-carts";
import { refuse } from "../../refuse";
import { creditOrderWorkflow } from "../income/credit-order";
import { underCartLock } from "./settle-session";

/** Which cart, who decided it, and why. */
export interface RefundPaidCartInput {
  cart_id: string;
  because: string;
  /** Actor type and id, such as "user:user_01…". */
  decided_by: string;
}

// No undo: money that was given back stays given back. Run again, it finds its work done.
const refundPaidCartStep = createStep(
  "refund-paid-cart",
  async (input: RefundPaidCartInput, { container }) => {
    const given = await underCartLock(container, input.cart_id, async (money) => {
      if (money.order_id !== null) throw refuse("cart_completed");
      return giveBack(container, input);
    });
    if (!given) throw refuse("not_found");
    await creditOrderWorkflow(container).run({ input: { payment_id: given.payment_id } });
    return new StepResponse({ cart_id: input.cart_id, refunded_fen: given.refunded_fen });
  },
);

/** Gives back what is left of the payment; nothing when all of it is. */
async function giveBack(
  container: MedusaContainer,
  { cart_id, because, decided_by }: RefundPaidCartInput,
): Promise<{ payment_id: string; refunded_fen: Fen }> {
  const cart = await paidCart(container, cart_id);
  if (!cart) throw refuse("cart_not_paid");
  const { payment_id, paid_fen, refunded_fen } = cart;
  if (refunded_fen < paid_fen) {
    await container.resolve(Modules.PAYMENT).refundPayment({
      payment_id,
      amount: fenToYuan(paid_fen - refunded_fen),
      created_by: decided_by,
      note: because,
    });
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(`paid cart ${cart_id}: payment ${payment_id} was given back by ${decided_by}`);
  }
  return { payment_id, refunded_fen: paid_fen };
}

/** Gives the money of a paid cart back, once. */
export const refundPaidCartWorkflow = createWorkflow(
  "refund-paid-cart",
  (input: RefundPaidCartInput) => {
    return new WorkflowResponse(refundPaidCartStep(input));
  },
);
