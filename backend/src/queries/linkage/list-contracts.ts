/** A cooperative's contracts with households. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Query, Reply } from "../../contract/routes";
import { LINKAGE_MODULE, type LinkageModuleService } from "../../modules/linkage";

/**
 * A page of contracts, the newest first.
 *
 * @param cooperative_id of the actor
 */
export async function listContracts(
  scope: MedusaContainer,
  cooperative_id: string,
  page: Query<"GET /cooperative/contracts">,
): Promise<Reply<"GET /cooperative/contracts">> {
  return scope.resolve<LinkageModuleService>(LINKAGE_MODULE).contracts(cooperative_id, page);
}
