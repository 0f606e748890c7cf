/** Before an official reads a household's account: is it in the own area, and the read is logged. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { refuse } from "../../refuse";
import { recordReadWorkflow } from "../audit/record-read";

/**
 * Opens a household's account for an official.
 *
 * @param container container
 * @param official who reads, with the division prefix that bounds it
 * @param household_id whose account
 * @param route the route's key, for the log
 * @throws refusal `not_found` for a household outside the area, as for one that does not exist
 */
export async function openFile(
  container: MedusaContainer,
  official: { id: string; division_code: string },
  household_id: string,
  route: string,
): Promise<void> {
  const household = container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  if (!(await household.isWithin(official.division_code, household_id))) throw refuse("not_found");
  await recordReadWorkflow(container).run({
    input: { official_id: official.id, household_id, route },
  });
}
