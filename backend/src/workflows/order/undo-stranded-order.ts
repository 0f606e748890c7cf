/**
 * Takes back an order whose completion died before the payment was tried: frees its stock, cancels it,
 * and gives the cart back so that it can be completed again. No money is touched.
 */
import { Modules } from "@medusajs/framework/utils";
import { createWorkflow, transform } from "@medusajs/framework/workflows-sdk";
import {
  cancelOrdersStep,
  deleteReservationsByLineItemsStep,
  dismissRemoteLinkStep,
  updateCartsStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows";

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
    deleteReservationsByLineItemsStep(lineIds).config(FORWARD_ONLY);
    cancelOrdersStep({ orderIds: [input.order_id] }).config(FORWARD_ONLY);
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
