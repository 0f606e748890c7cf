/** Divisions to choose from when a cooperative applies: public names only. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Reply } from "../../contract/routes";

/**
 * Lists the children of a division, or every county that is loaded.
 *
 * @param scope container
 * @param parent 12-digit code; the counties when absent
 */
export async function divisionChoices(
  scope: MedusaContainer,
  parent: string | undefined,
): Promise<Reply<"GET /cooperative/divisions">> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const divisions = pg("division").select("code", "name", "level").orderBy("code").limit(2000);
  const rows: Reply<"GET /cooperative/divisions">["divisions"] =
    parent === undefined
      ? await divisions.where({ level: "county" })
      : await divisions.where({ parent_code: parent });
  return { divisions: rows };
}
