/** The work units of a customer, with how much was ordered for each. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Reply } from "../../contract/routes";
import { listMemberships } from "./find-membership";

type OwnUnit = Reply<"GET /store/my/work-units">["work_units"][number];

/** Memberships with the number of orders for each unit, whoever placed them. */
export async function listWorkUnits(
  scope: MedusaContainer,
  customer_id: string,
): Promise<OwnUnit[]> {
  const units = await listMemberships(scope, customer_id);
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: { work_unit_id: string; orders: number }[] }>(
    `select work_unit_id, count(*)::int orders from order_buyer where work_unit_id = any(?) group by work_unit_id`,
    [units.map((unit) => unit.id)],
  );
  const counts = new Map(found.rows.map((row) => [row.work_unit_id, row.orders]));
  return units.map(({ id, name, role }) => ({ id, name, role, orders: counts.get(id) ?? 0 }));
}
