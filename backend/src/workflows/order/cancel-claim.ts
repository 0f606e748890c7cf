/**
 * Cancels a claim that asks no goods back.
 *
 * NOTE: Medusa's own workflow (2.21.2) reads the parcels of the claim's return without asking whether there is one,
 * and fails with a TypeError; the steps are the same.
 */
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  cancelOrderClaimStep,
  deleteReservationsByLineItemsStep,
} from "@medusajs/medusa/core-flows";

/** Which claim of which order. */
export interface CancelClaimInput {
  claim_id: string;
  order_id: string;
}

const cancelClaimSentLinesStep = createStep(
  "cancel-claim-sent-lines",
  async ({ claim_id }: CancelClaimInput, { container }) => {
    const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
    const { rows } = await pg.raw<{ rows: { item_id: string }[] }>(
      `select item_id from order_claim_item
        where claim_id = :claim_id and is_additional_item and item_id is not null and deleted_at is null`,
      { claim_id },
    );
    return new StepResponse(rows.map((row) => row.item_id));
  },
);

/** Cancels the claim and lets go of the goods that were to be sent. */
export const cancelClaimWithoutReturnWorkflow = createWorkflow(
  "cancel-claim-without-return",
  (input: CancelClaimInput) => {
    const line_ids = cancelClaimSentLinesStep(input);
    cancelOrderClaimStep(input);
    deleteReservationsByLineItemsStep(line_ids);
    return new WorkflowResponse(transform(input, ({ claim_id }) => claim_id));
  },
);
