/** A buyer's card is removed at the payment house. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { env } from "../../env";
import {
  CARD_HOUSE,
  holderContext,
  SAVED_CARD_MODULE,
  type SavedCardModuleService,
} from "../../modules/saved-card";
import { refuse } from "../../refuse";
import { paymentHouses } from "../payment/payment-houses";

interface RemoveCardInput {
  customer_id: string;
  card_id: string;
}

// No undo: a card that its holder wants gone is gone.
const removeCardStep = createStep(
  "remove-card",
  async ({ customer_id, card_id }: RemoveCardInput, { container }) => {
    const service = container.resolve<SavedCardModuleService>(SAVED_CARD_MODULE);
    const holder = env.STRIPE_API_KEY ? await service.findHolder(customer_id) : null;
    if (holder === null) throw refuse("not_found");
    const asked = { context: holderContext(holder), data: { id: card_id } };
    await paymentHouses(container).deletePaymentMethod(CARD_HOUSE, asked);
    return new StepResponse({ ok: true as const });
  },
);

/** Removes a saved card; another's is `not_found`. */
export const removeCardWorkflow = createWorkflow("remove-card", (input: RemoveCardInput) => {
  return new WorkflowResponse(removeCardStep(input));
});
