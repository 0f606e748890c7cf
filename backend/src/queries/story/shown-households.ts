/** Which households may be shown, and how: by the consents that are in force today. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { ConsentPurpose } from "../../contract/consent";
import { CONSENT_MODULE, type ConsentModuleService } from "../../modules/consent";
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../modules/household";
import { dayInShanghai } from "../../modules/rules";
import { STORY_MODULE, type StoryModuleService } from "../../modules/story";

/** A household that may be shown. */
export interface ShownHousehold {
  id: string;
  alias: string;
  handle: string;
  division_code: string;
}

/**
 * The households among these that have a page today.
 *
 * @param purposes each must be consented to
 * @returns by alias
 */
export async function shownHouseholds(
  scope: MedusaContainer,
  household_ids: readonly string[],
  purposes: readonly ConsentPurpose[] = ["story"],
): Promise<ShownHousehold[]> {
  const consents = scope.resolve<ConsentModuleService>(CONSENT_MODULE);
  const households = scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE);
  const stories = scope.resolve<StoryModuleService>(STORY_MODULE);
  const today = dayInShanghai(new Date());
  const allowed = await Promise.all(
    purposes.map((purpose) => consents.inForce(household_ids, purpose, today)),
  );
  const ids = [...new Set(household_ids)].filter((id) => allowed.every((set) => set.has(id)));
  const [faces, handles] = await Promise.all([
    households.faces(ids),
    stories.handlesOf("household", ids),
  ]);
  return ids
    .flatMap((id) => {
      const [face, handle] = [faces.get(id), handles.get(id)];
      return face && handle ? [{ ...face, handle }] : [];
    })
    .sort((a, b) => (a.alias < b.alias ? -1 : 1));
}
