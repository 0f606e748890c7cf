/** A cooperative sends its own lines of an order with a tracking number. */
import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import {
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
} from "@medusajs/medusa/core-flows";

import { unripeLines } from "../../queries/adoption/adopted-lines";
import { orderFacts, type LineFacts } from "../../queries/order/order-facts";
import { isPaid } from "../../queries/order/order-states";
import { refuse } from "../../refuse";
import { finishParcelsOf } from "./finish-parcels";
import { underOrderLock } from "./order-lock";

interface ShipInput {
  order_id: string;
  cooperative_id: string;
  carrier: string;
  tracking_number: string;
  /** Everything that is left when it is not given. */
  items?: { order_line_id: string; quantity: number }[];
  shipped_by: string;
}

/** A parcel that was packed so long ago, in seconds, is nobody's work under way. */
const SETTLED_S = 5;

type Item = { id: string; quantity: number };

// No undo: a parcel that has left does not come back by itself. A half-made parcel is undone by Medusa's workflows.
const shipLinesStep = createStep("ship-lines", async (input: ShipInput, { container }) => {
  const fulfillment_id = await underOrderLock(container, input.order_id, async () => {
    await finishParcelsOf(container, input.order_id, SETTLED_S);
    const left_behind = await parcelLeftBehind(container, input);
    if (left_behind) return send(container, input, left_behind);
    const items = await itemsToShip(container, input);
    await requireRipe(container, input.order_id, items);
    const { result: parcel } = await createOrderFulfillmentWorkflow(container).run({
      input: {
        order_id: input.order_id,
        items,
        created_by: input.shipped_by,
        metadata: { carrier: input.carrier },
      },
    });
    return send(container, input, { id: parcel.id, items });
  });
  return new StepResponse({ fulfillment_id });
});

interface Parcel {
  id: string;
  items: Item[];
}

async function send(
  container: MedusaContainer,
  { order_id, shipped_by, tracking_number }: ShipInput,
  { id, items }: Parcel,
): Promise<string> {
  await createOrderShipmentWorkflow(container).run({
    input: {
      order_id,
      fulfillment_id: id,
      items,
      created_by: shipped_by,
      labels: [{ tracking_number, tracking_url: "", label_url: "" }],
    },
  });
  return id;
}

/**
 * A parcel of one's own that was packed and never sent, because the process died in between: its lines are not
 * open any more, so nothing else would send it. Only asked for when everything that is left is to leave.
 */
async function parcelLeftBehind(
  container: MedusaContainer,
  { order_id, cooperative_id, items }: ShipInput,
): Promise<Parcel | null> {
  if (items) return null;
  const [order] = await orderFacts(container, [order_id]);
  if (!order || order.status === "canceled" || !isPaid(order)) return null;
  const own = order.lines.filter((line) => line.cooperative_id === cooperative_id);
  const ids = new Set(own.map((line) => line.id));
  const parcel = order.parcels.find(
    ({ shipped, line_ids }) =>
      !shipped && line_ids.length > 0 && line_ids.every((id) => ids.has(id)),
  );
  const packed = own
    .filter(({ id }) => parcel?.line_ids.includes(id))
    .map(({ id, fulfilled, shipped }) => ({ id, quantity: fulfilled - shipped }))
    .filter(({ quantity }) => quantity > 0);
  return parcel && packed.length > 0 ? { id: parcel.id, items: packed } : null;
}

/**
 * What leaves now.
 *
 * @throws refusal `not_found` for an order without own lines, `not_paid`, `state_conflict`, `already_shipped`,
 *   `nothing_to_ship` for more than is left
 */
async function itemsToShip(
  container: MedusaContainer,
  { order_id, cooperative_id, items }: ShipInput,
): Promise<Item[]> {
  const [order] = await orderFacts(container, [order_id]);
  const own = order?.lines.filter((line) => line.cooperative_id === cooperative_id) ?? [];
  if (!order || own.length === 0) throw refuse("not_found");
  if (order.status === "canceled") throw refuse("state_conflict");
  if (!isPaid(order)) throw refuse("not_paid");
  if (own.every((line) => leftOf(line) === 0)) throw refuse("already_shipped");
  if (!items)
    return own
      .map((line) => ({ id: line.id, quantity: leftOf(line) }))
      .filter((item) => item.quantity > 0);
  const wanted = new Map<string, number>();
  for (const item of items)
    wanted.set(item.order_line_id, (wanted.get(item.order_line_id) ?? 0) + item.quantity);
  return [...wanted].map(([id, quantity]) => {
    const line = own.find((one) => one.id === id);
    if (!line) throw refuse("not_found", { field: "items" });
    if (quantity > leftOf(line))
      throw refuse("nothing_to_ship", { order_line_id: id, left: leftOf(line) });
    return { id, quantity };
  });
}

/** What is adopted or ordered ahead leaves when its harvest has begun. @throws refusal `adoption_not_ripe` */
async function requireRipe(
  container: MedusaContainer,
  order_id: string,
  items: readonly Item[],
): Promise<void> {
  const unripe = await unripeLines(container, order_id, new Date());
  const early = unripe.find(({ order_line_id }) => items.some(({ id }) => id === order_line_id));
  if (early) throw refuse("adoption_not_ripe", { ...early });
}

/** Units that have not been packed yet. */
function leftOf(line: LineFacts): number {
  return Math.max(0, line.quantity - line.fulfilled);
}

/** Ships own lines of a paid order. */
export const shipLinesWorkflow = createWorkflow("ship-lines", (input: ShipInput) => {
  return new WorkflowResponse(shipLinesStep(input));
});
