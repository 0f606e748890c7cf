/** A person says that arrived money pays an order: the money is taken out of its rows, then the order is paid. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { roundToFen } from "../../contract/fen";
import {
  INCOMING_MODULE,
  bankReferenceOf,
  type IncomingModuleService,
} from "../../modules/incoming";
import { refuse } from "../../refuse";
import { findOrderMoney } from "../order/order-money";
import { confirmTransferWorkflow } from "../payment/confirm-transfer";

/** Which rows pay which order, and who says so. */
export interface ConfirmArrivalInput {
  order_id: string;
  row_ids: string[];
  /** Actor type and id, such as "user:user_01…". */
  confirmed_by: string;
}

// No undo by the engine: when the order cannot be paid, the step itself lets go of the rows. Run again after
// a crash, it finds the rows taken and goes on.
const confirmArrivalStep = createStep(
  "confirm-arrival",
  async ({ order_id, row_ids, confirmed_by }: ConfirmArrivalInput, { container }) => {
    const incoming = container.resolve<IncomingModuleService>(INCOMING_MODULE);
    const money = await findOrderMoney(container, { order_id });
    if (!money?.session_amount) throw refuse("not_found", { field: "order_id" });
    const due_fen = roundToFen(money.session_amount);
    const bank_reference = bankReferenceOf(await incoming.rows(row_ids));
    const at = new Date().toISOString();
    const isTakenNow = await incoming.take({
      order_id,
      due_fen,
      row_ids,
      taken_by: confirmed_by,
      at,
    });
    try {
      await confirmTransferWorkflow(container).run({
        input: { order_id, amount_fen: due_fen, bank_reference, confirmed_by },
      });
    } catch (error) {
      const now = await findOrderMoney(container, { order_id });
      const isPaidByThis = now?.captured && now.session_data?.bank_reference === bank_reference;
      if (isTakenNow && !isPaidByThis) await incoming.release(order_id);
      throw error;
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(`order ${order_id}: ${row_ids.length} arrived transfers confirmed by ${confirmed_by}`);
    return new StepResponse({ order_id });
  },
);

/** Confirms that arrived money pays an order, once. */
export const confirmArrivalWorkflow = createWorkflow(
  "confirm-arrival",
  (input: ConfirmArrivalInput) => {
    return new WorkflowResponse(confirmArrivalStep(input));
  },
);
