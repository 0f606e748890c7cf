/** Where an order waits and the code that opens it; the caller has checked that it may be read. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Reply } from "../../contract/routes";
import { env } from "../../env";
import { codeOf, PICKUP_MODULE, type PickupModuleService } from "../../modules/pickup";
import { orderFacts } from "../order/order-facts";
import { pointOf } from "./points";

/** @returns null when the order is sent to an address, or not paid or cancelled */
export async function orderPickup(
  scope: MedusaContainer,
  order_id: string,
): Promise<Reply<"GET /store/orders/:id/pickup">> {
  const pickups = scope.resolve<PickupModuleService>(PICKUP_MODULE);
  const cart_id = await cartOf(scope, order_id);
  const waiting = cart_id === null ? null : await pickups.waiting(cart_id);
  if (!waiting) return { pickup: null };
  const [point, [order]] = await Promise.all([
    pickups.find(waiting.point_id),
    orderFacts(scope, [order_id]),
  ]);
  if (!point || !order || order.status === "canceled") return { pickup: null };
  const here = order.lines.every((line) => line.shipped >= line.quantity);
  return {
    pickup: {
      point: pointOf(point),
      code: codeOf(env.COOKIE_SECRET, order_id),
      state: waiting.handed_over_at ? "handed_over" : here ? "waiting" : "on_the_way",
      handed_over_at: waiting.handed_over_at?.toISOString() ?? null,
    },
  };
}

async function cartOf(scope: MedusaContainer, order_id: string): Promise<string | null> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { cart_id: string }[] }>(
    `select cart_id from order_cart where order_id = ? and deleted_at is null limit 1`,
    [order_id],
  );
  return rows[0]?.cart_id ?? null;
}

/** The orders of a point that its keeper may be asked for, the newest first. */
export async function ordersAt(
  scope: MedusaContainer,
  point_id: string,
): Promise<{ order_id: string; cart_id: string }[]> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await pg.raw<{ rows: { order_id: string; cart_id: string }[] }>(
    `select oc.order_id, po.cart_id from pickup_order po
     join order_cart oc on oc.cart_id = po.cart_id and oc.deleted_at is null
     join "order" o on o.id = oc.order_id and o.status <> 'canceled' and o.deleted_at is null
     where po.point_id = ? and po.created_at > now() - interval '90 days'
     order by po.created_at desc limit 20000`,
    [point_id],
  );
  return rows;
}
