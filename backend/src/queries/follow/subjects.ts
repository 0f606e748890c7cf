/** Whose news may be read today, and under which name. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { FollowKind } from "../../contract/follow";
import { STORY_MODULE, type StoryModuleService } from "../../modules/story";
import { placesOf } from "../story/places";
import { shownHouseholds } from "../story/shown-households";

/** Somebody who may be followed. */
export interface Followed {
  kind: FollowKind;
  subject_id: string;
  name: string;
  handle: string;
}

/**
 * The subjects whose news may be shown: villages always, households by their consents for a page and for news.
 *
 * @returns by kind and subject
 */
export async function followedSubjects(
  scope: MedusaContainer,
  subjects: readonly { kind: FollowKind; subject_id: string }[],
): Promise<(kind: FollowKind, subject_id: string) => Followed | undefined> {
  const idsOf = (kind: FollowKind) =>
    subjects.flatMap((one) => (one.kind === kind ? [one.subject_id] : []));
  const stories = scope.resolve<StoryModuleService>(STORY_MODULE);
  const villages = idsOf("village");
  const [households, handles, place] = await Promise.all([
    shownHouseholds(scope, idsOf("household"), ["story", "news"]),
    stories.handlesOf("village", villages),
    placesOf(scope, villages),
  ]);
  const found = [
    ...households.map(({ id, alias, handle }) => ({
      kind: "household" as const,
      subject_id: id,
      name: alias,
      handle,
    })),
    ...villages.flatMap((code) => {
      const handle = handles.get(code);
      const { county_name, village_name } = place(code);
      return handle && village_name
        ? [{ kind: "village" as const, subject_id: code, name: county_name + village_name, handle }]
        : [];
    }),
  ];
  return (kind, subject_id) =>
    found.find((one) => one.kind === kind && one.subject_id === subject_id);
}
