/** Whether news is of an official's area. */
import type { MedusaContainer } from "@medusajs/framework/types";

import { FOLLOW_MODULE, type FollowModuleService } from "../../modules/follow";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { refuse } from "../../refuse";

/** @throws refusal `not_found` for news from elsewhere, as for news that never was */
export async function requireNewsWithin(
  scope: MedusaContainer,
  prefix: string,
  id: string,
): Promise<void> {
  const subject = await scope.resolve<FollowModuleService>(FOLLOW_MODULE).subjectOf(id);
  if (!subject) throw refuse("not_found");
  const { kind, subject_id } = subject;
  const households = scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const inside =
    kind === "village"
      ? subject_id.startsWith(prefix)
      : await households.isWithin(prefix, subject_id);
  if (!inside) throw refuse("not_found");
}
