/** Memberships of a customer in work units. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { WORK_UNIT_MODULE, type Membership, type WorkUnitService } from "../../modules/work-unit";

/**
 * The customer's place in one work unit.
 *
 * @returns null when the customer is no member: the unit is then not_found for that customer
 */
export async function findMembership(
  scope: MedusaContainer,
  customer_id: string,
  work_unit_id: string,
): Promise<Membership | null> {
  const memberships = await listMemberships(scope, customer_id);
  return memberships.find((membership) => membership.id === work_unit_id) ?? null;
}

/** All units for which a customer may buy. */
export async function listMemberships(
  scope: MedusaContainer,
  customer_id: string,
): Promise<Membership[]> {
  const units: WorkUnitService = scope.resolve(WORK_UNIT_MODULE);
  return units.membershipsOf(customer_id);
}
