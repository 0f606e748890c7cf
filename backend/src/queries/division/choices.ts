/** Divisions to choose from when a cooperative applies: public names only. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Reply } from "../../contract/routes";

type Choices = Reply<"GET /cooperative/divisions">;

/**
 * Lists the children of a division, or every county that is loaded.
 *
 * @param scope container
 * @param parent 12-digit code; the counties when absent
 */
export async function divisionChoices(
  scope: MedusaContainer,
  parent: string | undefined,
): Promise<Choices> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: Choices["divisions"] }>(
    `select code, name, level from division
     where ${parent === undefined ? "level = ?" : "parent_code = ?"} order by code limit 2000`,
    [parent ?? "county"],
  );
  return { divisions: found.rows };
}
