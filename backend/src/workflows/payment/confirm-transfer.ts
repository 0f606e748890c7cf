/** The seller or the operator has seen the money of a bank transfer arrive. */
import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { fenToYuan, roundToFen, type Fen } from "../../contract/money";
import { refuse } from "../../refuse";
import { findOrderMoney, type OrderMoney } from "../order/order-money";
import { authorizeOrderPaymentWorkflow } from "./authorize-order-payment";
import { underCartLock } from "./settle-session";

/** What was seen on the bank account, and who saw it. */
export interface ConfirmTransferInput {
  order_id: string;
  amount_fen: Fen;
  bank_reference: string;
  /** Actor type and id, such as "user:user_01…". */
  confirmed_by: string;
}

const PROVIDER = "pp_bank_transfer";

// No undo: money that has arrived does not un-arrive. Run again, it finds its work done.
const confirmTransferStep = createStep(
  "confirm-transfer",
  async (input: ConfirmTransferInput, { container }) => {
    const money = await findOrderMoney(container, { order_id: input.order_id });
    if (!money) throw refuse("not_found");
    await underCartLock(container, money.cart_id, async (now) => {
      if (now.captured && now.session_data?.bank_reference === input.bank_reference) return;
      const { session_id, amount_fen } = awaited(now);
      if (amount_fen !== input.amount_fen) throw refuse("amount_differs", { due_fen: amount_fen });
      await container.resolve(Modules.PAYMENT).updatePaymentSession({
        id: session_id,
        amount: fenToYuan(amount_fen),
        currency_code: now.currency_code ?? "cny",
        data: {
          ...now.session_data,
          arrived: true,
          bank_reference: input.bank_reference,
          confirmed_by: input.confirmed_by,
        },
      });
      await authorizeOrderPaymentWorkflow(container).run({
        input: { order_id: input.order_id, session_id },
      });
    });
    return new StepResponse({ order_id: input.order_id });
  },
);

/** Confirms a bank transfer: the waiting order is authorised and captured. */
export const confirmTransferWorkflow = createWorkflow(
  "confirm-transfer",
  (input: ConfirmTransferInput) => {
    return new WorkflowResponse(confirmTransferStep(input));
  },
);

function awaited(money: OrderMoney): { session_id: string; amount_fen: Fen } {
  const waits = money.provider_id === PROVIDER && money.session_status === "pending_authorization";
  if (!waits || !money.session_id || !money.session_amount || money.order_status === "canceled") {
    throw refuse("transfer_not_awaited");
  }
  return { session_id: money.session_id, amount_fen: roundToFen(money.session_amount) };
}
