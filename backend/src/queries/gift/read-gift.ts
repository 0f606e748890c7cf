/** A gift with where each recipient's box stands. Whether the caller may see the people is asked before. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Reply } from "../../contract/routes";
import { GIFT_MODULE, type GiftModuleService } from "../../modules/gift";
import { refuse } from "../../refuse";
import { orderFacts, type LineFacts, type OrderFacts } from "../order/order-facts";
import { isPaid } from "../order/order-states";
import { trackingOf } from "../order/order-summary";

type Gift = Reply<"GET /store/orders/:id/gift">["gift"];
type Recipient = Gift["recipients"][number];

/**
 * Reads the gift of an order.
 *
 * @param cooperative_id narrows to the lines of this cooperative, and hides the people until it may ship
 * @throws refusal `not_found` when the order is no gift, or nothing in it is the cooperative's
 */
export async function readGift(
  scope: MedusaContainer,
  order_id: string,
  cooperative_id?: string,
): Promise<Gift> {
  const [[order], marks] = await Promise.all([
    orderFacts(scope, [order_id]),
    recipientsOfLines(scope, order_id),
  ]);
  const cart_id = marks[0]?.cart_id;
  if (!order || cart_id === undefined) throw refuse("not_found");
  const gift = await scope.resolve<GiftModuleService>(GIFT_MODULE).find(cart_id);
  if (!gift) throw refuse("not_found");
  const shown = cooperative_id === undefined || isPaid(order);
  const byLine = new Map(marks.map((mark) => [mark.line_id, mark.recipient_id]));
  const own = order.lines.filter(
    (line) => cooperative_id === undefined || line.cooperative_id === cooperative_id,
  );
  const recipients = gift.recipients.flatMap(({ id, position, address }) => {
    const lines = own.filter((line) => byLine.get(line.id) === id);
    return lines.length > 0
      ? [{ id, position, address: shown ? address : {}, ...standing(order, lines) }]
      : [];
  });
  if (recipients.length === 0) throw refuse("not_found");
  return {
    order_id,
    display_id: order.display_id,
    message: gift.message,
    sender: order.address.name ?? "",
    recipients,
  };
}

/** Where the box of one recipient stands. */
function standing(
  order: OrderFacts,
  lines: readonly LineFacts[],
): Pick<Recipient, "state" | "tracking" | "lines"> {
  const ids = new Set(lines.map((line) => line.id));
  const parcels = order.parcels.filter((parcel) => parcel.line_ids.some((id) => ids.has(id)));
  return {
    state: stateOf(order, lines),
    tracking: trackingOf(parcels),
    lines: lines.map((line) => ({
      id: line.id,
      title: line.title,
      variant_title: line.variant_title,
      quantity: line.quantity,
      shipped: line.shipped,
      return_requested: line.return_requested,
      returned: line.returned,
    })),
  };
}

function stateOf(order: OrderFacts, lines: readonly LineFacts[]): Recipient["state"] {
  if (order.status === "canceled") return "canceled";
  if (lines.every((line) => line.delivered >= line.quantity)) return "delivered";
  return lines.every((line) => line.shipped >= line.quantity) ? "shipped" : "to_ship";
}

interface Mark {
  cart_id: string;
  line_id: string;
  recipient_id: string;
}

async function recipientsOfLines(scope: MedusaContainer, order_id: string): Promise<Mark[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: Mark[] }>(
    `select oc.cart_id, li.id line_id, li.metadata ->> 'recipient_id' recipient_id
     from "order" o
     join order_cart oc on oc.order_id = o.id and oc.deleted_at is null
     join order_item oi on oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null
     join order_line_item li on li.id = oi.item_id and li.deleted_at is null
     where o.id = ? and o.deleted_at is null and li.metadata ->> 'recipient_id' is not null`,
    [order_id],
  );
  return rows;
}
