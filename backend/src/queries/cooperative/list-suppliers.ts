/** Households that may supply a cooperative: those of its own county, by public alias. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Query, Reply } from "../../contract/routes";
import { DIVISION_MODULE, type DivisionModuleService } from "../../modules/division";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { readCooperative } from "./read-cooperative";

/**
 * A page of suppliers; nothing but id, alias and township.
 *
 * @param cooperative_id of the actor
 */
export async function listSuppliers(
  scope: MedusaContainer,
  cooperative_id: string,
  { q, limit, offset }: Query<"GET /cooperative/households">,
): Promise<Reply<"GET /cooperative/households">> {
  const { division_code } = await readCooperative(scope, cooperative_id);
  const register: HouseholdModuleService = scope.resolve(HOUSEHOLD_MODULE);
  const divisions: DivisionModuleService = scope.resolve(DIVISION_MODULE);
  const found = await register.listSuppliers({
    scope: division_code.slice(0, 6),
    limit,
    offset,
    ...(q ? { q } : {}),
  });
  const places = await divisions.publicPlaces(
    found.households.map((household) => household.division_code),
  );
  return {
    households: found.households.map(({ id, alias, division_code: code }) => ({
      id,
      alias,
      division_name: places.get(code) ?? code,
    })),
    count: found.count,
  };
}
