/** Completes a cart of Medusa's own cart routes, and notes who holds the order. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { env } from "../../env";
import { CHECKOUT_MODULE, tokenHash, tokenOf, type CheckoutService } from "../../modules/checkout";
import { completeCart } from "./complete-cart";

/** The cart to complete. */
export interface PlaceCartInput {
  cart_id: string;
}

// No undo: completing a cart undoes itself.
const placeCartStep = createStep(
  "place-cart",
  async ({ cart_id }: PlaceCartInput, { container }) => {
    const money = await completeCart(container, cart_id);
    const { order_id } = money;
    const checkouts = container.resolve<CheckoutService>(CHECKOUT_MODULE);
    const isGuest = (await checkouts.findCartOwner(cart_id)) === null;
    const token = isGuest ? tokenOf(env.COOKIE_SECRET, { id: cart_id, key: cart_id }) : null;
    const reference = money.session_data?.reference;
    await checkouts.noteBuyer({
      order_id,
      access_token_hash: token ? tokenHash(token) : null,
      work_unit_id: null,
      transfer_reference: typeof reference === "string" ? reference : null,
    });
    return new StepResponse({ order_id, access_token: token });
  },
);

/** Completes a cart; again, it gives the same order. */
export const placeCartWorkflow = createWorkflow("place-cart", (input: PlaceCartInput) => {
  return new WorkflowResponse(placeCartStep(input));
});
