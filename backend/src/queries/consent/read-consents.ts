/** The consents of a household, and what is told of it, for the officials of its place. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Reply } from "../../contract/routes";
import { CONSENT_MODULE, type ConsentModuleService } from "../../modules/consent";
import { STORY_MODULE, type StoryModuleService } from "../../modules/story";

/** Reads them all, past ones included. */
export async function readConsents(
  scope: MedusaContainer,
  household_id: string,
): Promise<Reply<"GET /official/households/:id/consents">> {
  const stories = scope.resolve<StoryModuleService>(STORY_MODULE);
  const [consents, story, handles] = await Promise.all([
    scope.resolve<ConsentModuleService>(CONSENT_MODULE).listOf(household_id),
    stories.textOf("household", household_id),
    stories.handlesOf("household", [household_id]),
  ]);
  return { consents, story, handle: handles.get(household_id) ?? null };
}
