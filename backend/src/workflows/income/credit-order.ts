/**
 * The money path: posts every capture and refund of a payment that the ledger does not know yet.
 * Events and the sweep both end here; running it again posts nothing twice.
 */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import type { MedusaContainer } from "@medusajs/framework/types";

import { failpoint } from "../../failpoints";
import {
  INCOME_MODULE,
  type IncomeModuleService,
  type Movement,
  type Posted,
} from "../../modules/income";
import { bearersOf } from "../../queries/income/bearers";
import { orderSale } from "../../queries/income/order-sale";
import { paymentFacts } from "../../queries/income/payment-facts";
import { acceptDelivered, followChanges } from "./amend-order";

/** Which payment to post. */
export interface CreditOrderInput {
  payment_id: string;
}

/** How many transactions are new. */
interface Credited {
  captures: number;
  refunds: number;
}

const postPaymentStep = createStep(
  "post-payment",
  async ({ payment_id }: CreditOrderInput, { container }) => {
    // NOTE: no undo. Postings are append-only and keyed by their capture or refund; a retry completes them.
    return new StepResponse(await postPayment(container, payment_id));
  },
);

/**
 * Posts what a payment captured and refunded, within a step of any workflow; its order is frozen first.
 *
 * @returns how many transactions are new
 */
export async function postPayment(
  container: MedusaContainer,
  payment_id: string,
): Promise<Credited> {
  const facts = await paymentFacts(container, payment_id);
  const posted: Credited = { captures: 0, refunds: 0 };
  // A payment without an order is a sale that is not placed yet: the sweep comes back for it.
  if (!facts?.order_id || facts.captures.length + facts.refunds.length === 0) return posted;
  failpoint("credit-order:read");
  const income = container.resolve<IncomeModuleService>(INCOME_MODULE);
  const [first] = facts.captures;
  const sold = await freezeOnce(container, income, facts.order_id, first);
  failpoint("credit-order:frozen");
  if (sold) posted.captures += sold.replayed ? 0 : 1;
  else await followChanges(container, facts.order_id);
  for (const capture of sold ? facts.captures.slice(1) : facts.captures) {
    const { replayed } = await income.credit(capture);
    failpoint("credit-order:capture-posted");
    posted.captures += replayed ? 0 : 1;
  }
  if (!sold && posted.captures > 0) await acceptDelivered(container, facts.order_id, first?.id);
  for (const refund of facts.refunds) {
    const { cause, order_id, at } = refund;
    const bearers = await bearersOf(container, order_id, cause, new Date(at));
    const { replayed } = await income.reverse({ ...refund, bearers });
    failpoint("credit-order:refund-posted");
    posted.refunds += replayed ? 0 : 1;
  }
  return posted;
}

/**
 * Freezes the attribution of an order unless it is frozen, together with its first capture when there is one.
 *
 * @returns what posting the capture answered; null when it is still to be posted
 */
export async function freezeOnce(
  container: MedusaContainer,
  income: IncomeModuleService,
  order_id: string,
  first?: Movement,
): Promise<Posted | null> {
  const [frozen] = await income.frozen([order_id]);
  if (frozen) return null;
  const sale = await orderSale(container, order_id);
  if (!sale) return null;
  if (first) return income.sell(sale, first);
  await income.freeze(sale);
  return null;
}

/** Posts what a payment captured and refunded. */
export const creditOrderWorkflow = createWorkflow("credit-order", (input: CreditOrderInput) => {
  return new WorkflowResponse(postPaymentStep(input));
});
