/** Pick-up points as buyers and the operator see them. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { PickupPoint } from "../../contract/pickup";
import type { Reply } from "../../contract/routes";
import { PICKUP_MODULE, type KeptPoint, type PickupModuleService } from "../../modules/pickup";
import { refuse } from "../../refuse";

/** What everybody may know of a point; never its key. */
export function pointOf({ open: _open, key_hash: _hash, ...point }: KeptPoint): PickupPoint {
  return point;
}

/** The points that take orders. */
export async function openPoints(
  scope: MedusaContainer,
): Promise<Reply<"GET /store/pickup-points">> {
  const points = await scope.resolve<PickupModuleService>(PICKUP_MODULE).list();
  return { points: points.filter(({ open }) => open).map(pointOf) };
}

interface Counted {
  point_id: string;
  waiting: number;
  handed_over: number;
}

/** Every point with what waits there. */
export async function allPoints(
  scope: MedusaContainer,
): Promise<Reply<"GET /admin/pickup-points">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const [points, { rows }] = await Promise.all([
    scope.resolve<PickupModuleService>(PICKUP_MODULE).list(),
    pg.raw<{ rows: Counted[] }>(
      `select po.point_id, (count(*) filter (where po.handed_over_at is null))::int waiting,
         (count(*) filter (where po.handed_over_at is not null))::int handed_over
       from pickup_order po join order_cart oc on oc.cart_id = po.cart_id and oc.deleted_at is null
       join "order" o on o.id = oc.order_id and o.status <> 'canceled' group by po.point_id`,
    ),
  ]);
  const counts = new Map(rows.map((row) => [row.point_id, row]));
  return {
    points: points.map((point) => ({
      ...pointOf(point),
      open: point.open,
      waiting: counts.get(point.id)?.waiting ?? 0,
      handed_over: counts.get(point.id)?.handed_over ?? 0,
    })),
  };
}

/** @throws refusal `not_found` */
export async function onePoint(scope: MedusaContainer, id: string) {
  const { points } = await allPoints(scope);
  const point = points.find((one) => one.id === id);
  if (!point) throw refuse("not_found");
  return point;
}
