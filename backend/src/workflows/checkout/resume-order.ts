/**
 * Goes on with a purchase whose buyer had to confirm the payment elsewhere (3-D Secure, a wallet), or gives
 * it up. The notification of the payment house may have been quicker: then the order is there already.
 */
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { CHECKOUT_MODULE, GUEST, type CheckoutService, type Claim } from "../../modules/checkout";
import { refuse } from "../../refuse";
import { knownBuyingFailure } from "../order/known-failure";
import { findOrderMoney } from "../order/order-money";
import { answerOf, isTaken, letGo, placeCart, type PlacedOrder } from "./purchase";

/** A purchase by its key. */
export interface ResumeOrderInput {
  /** Idempotency-Key of the purchase. */
  key: string;
  customer_id: string | null;
  /** The buyer wants to pay otherwise; what was paid meanwhile becomes an order all the same. */
  give_up: boolean;
}

const WAIT_S = 45;

// No undo: completing a cart undoes itself, and a payment that was given up is over.
const resumeOrderStep = createStep(
  "resume-order",
  async ({ key, customer_id, give_up }: ResumeOrderInput, { container }) => {
    const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
    const claim = await checkouts.findClaim({ actor: customer_id ?? GUEST, key });
    if (!claim) throw refuse("not_found");
    const work = async (): Promise<PlacedOrder | null> => {
      const now = await checkouts.reread(claim);
      if (now.order_id) return answerOf(now, now.order_id);
      if (!now.cart_id) return null;
      return give_up ? giveUp(container, now, now.cart_id) : placeCart(container, now, now.cart_id);
    };
    try {
      const locking = container.resolve(Modules.LOCKING);
      return new StepResponse(await locking.execute([claim.id], work, { timeout: WAIT_S }));
    } catch (error) {
      throw knownBuyingFailure(error);
    }
  },
);

/** Ends a purchase that nothing was paid for. @returns the order when it was paid after all */
async function giveUp(
  container: MedusaContainer,
  claim: Claim,
  cart_id: string,
): Promise<PlacedOrder | null> {
  const money = await findOrderMoney(container, { cart_id });
  const isOver = money === null || !(await isTaken(container, money));
  if (!isOver || !(await letGo(container, cart_id))) return placeCart(container, claim, cart_id);
  const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
  await checkouts.advance(claim.id, { cart_id: null, order_id: null });
  return null;
}

/** Goes on with a purchase, or gives it up. */
export const resumeOrderWorkflow = createWorkflow("resume-order", (input: ResumeOrderInput) => {
  return new WorkflowResponse(resumeOrderStep(input));
});
