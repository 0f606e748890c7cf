/** A cooperative as its own members see it. */
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

import type { Reply } from "../../contract/routes";
import { refuse } from "../../refuse";

/** What a cooperative reads of itself. */
export type OwnCooperative = Reply<"GET /cooperative/me">["cooperative"];

/**
 * Reads one cooperative.
 *
 * @throws refusal `not_found`
 */
export async function readCooperative(scope: MedusaContainer, id: string): Promise<OwnCooperative> {
  const pg = scope.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const found = await pg.raw<{ rows: OwnCooperative[] }>(
    `select c.id, c.name, c.division_code, coalesce(d.name, c.division_code) division_name, c.status, c.decision_reason
     from cooperative c left join division d on d.code = c.division_code where c.id = ?`,
    [id],
  );
  const [row] = found.rows;
  if (!row) throw refuse("not_found");
  return row;
}
