/** Makes parcels and reservations whole that a crash has left beside their orders. */
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";

import { finishParcels } from "../order/finish-parcels";
import { mendReservations } from "./mend-reservations";

/** How long, in seconds, nobody may have touched what is mended. */
export interface MendStockInput {
  age_s: number;
}

// No undo: the sweep is itself an undo, and safe to run twice.
const mendStockStep = createStep("mend-stock", async ({ age_s }: MendStockInput, { container }) => {
  // Parcels first: once they stand on their order, its lines need no reservation any more.
  const parcels = await finishParcels(container, age_s);
  const lines = await mendReservations(container, age_s);
  return new StepResponse({ parcels, lines });
});

/** Mends stock after crashes. */
export const mendStockWorkflow = createWorkflow("mend-stock", (input: MendStockInput) => {
  return new WorkflowResponse(mendStockStep(input));
});
