/** Lists of complaints, for the cooperative that answers and for the operator who decides. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { ComplaintState } from "../../contract/complaint";
import type { Query, Reply } from "../../contract/routes";
import { COMPLAINT_MODULE, type ComplaintModuleService } from "../../modules/complaint";
import { refuse } from "../../refuse";
import { describeComplaints } from "./describe";

/** What waits for a cooperative, and what for the operator. */
const waitsFor = {
  cooperative: ["open"],
  operator: ["escalated"],
} as const satisfies Record<string, readonly ComplaintState[]>;

/**
 * A page of complaints, what is due first at the top.
 *
 * @param cooperative_id whose; null for the operator, who sees all of them
 */
export async function listComplaints(
  scope: MedusaContainer,
  cooperative_id: string | null,
  { waiting: wanted, limit, offset }: Query<"GET /cooperative/complaints">,
): Promise<Reply<"GET /cooperative/complaints">> {
  const waits_in = waitsFor[cooperative_id === null ? "operator" : "cooperative"];
  const only = wanted === "1";
  const { complaints, count, waiting } = await scope
    .resolve<ComplaintModuleService>(COMPLAINT_MODULE)
    .list({ cooperative_id, waits_in, only }, { limit, offset });
  return { complaints: await describeComplaints(scope, complaints, new Date()), count, waiting };
}

/**
 * Passes only for a complaint about a cooperative's own goods.
 *
 * @throws refusal `not_found` also when it is another's
 */
export async function requireOwnComplaint(
  scope: MedusaContainer,
  id: string,
  cooperative_id: string,
): Promise<void> {
  const complaint = await scope.resolve<ComplaintModuleService>(COMPLAINT_MODULE).get(id);
  if (complaint.cooperative_id !== cooperative_id) throw refuse("not_found");
}
