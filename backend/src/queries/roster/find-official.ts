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
): Promise<Pick<Official, "id" | "name" | "division_code" | "role"> | null> {
  const official = await scope.resolve<RosterModuleService>(ROSTER_MODULE).inOffice(id);
  if (!official) return null;
  const { name, division_code, role } = official;
  return { id: official.id, name, division_code, role };
}
