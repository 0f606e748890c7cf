/**
 * Notes that a cart belongs to a signed-in customer.
 *
 * NOTE: Medusa's own cart.customer_id does not say that: it also names the registered customer whose
 * e-mail address some guest typed in.
 */
import { createStep, createWorkflow, StepResponse } from "@medusajs/framework/workflows-sdk";

import { CHECKOUT_MODULE, type CheckoutService } from "../../modules/checkout";

/** A cart and its customer. */
export interface OwnCartInput {
  cart_id: string;
  customer_id: string;
}

// No undo: the customer did make or take this cart.
const noteOwnerStep = createStep("note-owner", async (input: OwnCartInput, { container }) => {
  await container.resolve<CheckoutService>(CHECKOUT_MODULE).noteCartOwner(input);
  return new StepResponse(input);
});

/** Notes the owner of a cart; the first one stays. */
export const ownCartWorkflow = createWorkflow("own-cart", (input: OwnCartInput) => {
  noteOwnerStep(input);
});
