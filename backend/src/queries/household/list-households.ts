/** A page of households for an official. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Query, Reply } from "../../contract/routes";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { narrowScope } from "../division/narrow-scope";
import { describeRows } from "./describe-rows";

/**
 * Lists households within an official's prefix.
 *
 * @param container scope of the request
 * @param own the official's prefix
 * @param query as the contract parses it
 * @throws refusal `not_found` when the asked division lies outside the own prefix
 */
export async function listHouseholds(
  container: MedusaContainer,
  own: string,
  { division_code, ...filters }: Query<"GET /official/households">,
): Promise<Reply<"GET /official/households">> {
  const scope = narrowScope(own, division_code);
  const service = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const { households, count } = await service.list(scope, filters);
  const rows = await describeRows(container, households, new Date());
  return { households: rows.map((row) => row.described), count };
}
