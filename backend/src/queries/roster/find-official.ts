/** Who an official's login is. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { ROSTER_MODULE, type Official, type RosterModuleService } from "../../modules/roster";

/**
 * Finds an official who is in office.
 *
 * @param scope container
 * @param id official id, the actor id of an official's token
 */
export async function findOfficial(
  scope: MedusaContainer,
  id: string,
): Promise<Pick<Official, "id" | "division_code" | "role"> | null> {
  const official = await scope.resolve<RosterModuleService>(ROSTER_MODULE).inOffice(id);
  return (
    official && { id: official.id, division_code: official.division_code, role: official.role }
  );
}
