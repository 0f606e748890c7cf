/**
 * Takes back an order whose completion died before the payment was tried: frees its stock, cancels it,
 * and gives the cart back so that it can be completed again. No money is touched.
 */
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
} from "@medusajs/framework/workflows-sdk";
import {
  deleteReservationsByLineItemsStep,
  dismissRemoteLinkStep,
  updateCartsStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows";

import { refuse } from "../../refuse";

/** A stranded order and the cart that it came from. */
export interface UndoStrandedOrderInput {
  order_id: string;
  /** Null when it died before it was linked to its cart. */
  cart_id: string | null;
  collection_id: string | null;
}

interface OrderLines {
  items?: ({ id: string } | null)[] | null;
}

const COLLECTIONS = `select payment_collection_id from order_payment_collection
  where order_id = :order_id and deleted_at is null union select cast(:collection_id as text)`;

/**
 * Whoever pays writes on the session, and whoever takes back waits for it: one of the two comes first, and where it
 * was the payment the order stays. Locks do not say so: a crash of the database frees them while their owners live on.
 *
 * @throws refusal `in_progress` when the order is paid by now, or waits for its money
 */
const cancelUnpaidOrderStep = createStep(
  "cancel-unpaid-order",
  async ({ order_id, collection_id }: UndoStrandedOrderInput, { container }) => {
    const pg: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
    const which = { order_id, collection_id };
    await pg.transaction(async (tx) => {
      await tx.raw(
        `select from payment_session where payment_collection_id in (${COLLECTIONS}) order by id for update`,
        which,
      );
      const { rows } = await tx.raw<{ rows: unknown[] }>(
        `select from payment where payment_collection_id in (${COLLECTIONS}) and deleted_at is null
         union all select from payment_session where payment_collection_id in (${COLLECTIONS})
            and deleted_at is null and status = 'pending_authorization'`,
        which,
      );
      if (rows.length > 0) throw refuse("in_progress");
      await tx.raw(
        `update "order" set status = 'canceled', canceled_at = now(), updated_at = now()
          where id = :order_id and status <> 'canceled'`,
        which,
      );
    });
    return new StepResponse(order_id);
  },
);

/**
 * NOTE: none of these steps is taken back when a later one fails, as Medusa's own undo would do: an order that was
 * cancelled and is called living again, without its links and touched anew, is one that no sweep finds.
 */
const FORWARD_ONLY = { noCompensation: true };

/** Safe to run twice: every step finds its work done. */
export const undoStrandedOrderWorkflow = createWorkflow(
  "undo-stranded-order",
  (input: UndoStrandedOrderInput) => {
    const { data: orders } = useQueryGraphStep({
      entity: "order",
      fields: ["id", "items.id"],
      filters: { id: input.order_id },
    });
    const lineIds = transform({ orders }, (data: { orders: OrderLines[] }) =>
      data.orders.flatMap((order) =>
        (order.items ?? []).flatMap((item) => (item ? [item.id] : [])),
      ),
    );
    cancelUnpaidOrderStep(input);
    deleteReservationsByLineItemsStep(lineIds).config(FORWARD_ONLY);
    dismissRemoteLinkStep(transform({ input }, (data) => linksOf(data.input))).config(FORWARD_ONLY);
    updateCartsStep(
      transform({ input }, ({ input: { cart_id } }) =>
        cart_id ? [{ id: cart_id, completed_at: null }] : [],
      ),
    ).config(FORWARD_ONLY);
  },
);

/** The links by which an order holds its cart and its payment collection. */
function linksOf({
  order_id,
  cart_id,
  collection_id,
}: UndoStrandedOrderInput): Record<string, Record<string, string>>[] {
  const links: Record<string, Record<string, string>>[] = [];
  if (cart_id) links.push({ [Modules.ORDER]: { order_id }, [Modules.CART]: { cart_id } });
  if (collection_id) {
    const payment_collection_id = collection_id;
    links.push({ [Modules.ORDER]: { order_id }, [Modules.PAYMENT]: { payment_collection_id } });
  }
  return links;
}
