/** News of a household or village, and what a buyer follows. */
import type { MedusaContainer } from "@medusajs/framework/types";

import type { Params, Reply } from "../../contract/routes";
import { FOLLOW_MODULE, type FollowModuleService } from "../../modules/follow";
import { STORY_MODULE, type StoryModuleService } from "../../modules/story";
import { refuse } from "../../refuse";
import { followedSubjects, type Followed } from "./subjects";

const ON_A_PAGE = 20;
const IN_THE_LIST = 3;

/** Finds somebody to follow by the address of the page. @throws refusal `not_found` */
export async function findFollowed(
  scope: MedusaContainer,
  { kind, handle }: Params<"GET /store/news/:kind/:handle">,
): Promise<Followed> {
  const stories = scope.resolve<StoryModuleService>(STORY_MODULE);
  const subject_id = await stories.subjectOf(kind, handle);
  if (subject_id === null) throw refuse("not_found");
  const found = (await followedSubjects(scope, [{ kind, subject_id }]))(kind, subject_id);
  if (!found) throw refuse("not_found");
  return found;
}

/** News of one; none while nothing may be told. */
export async function readNews(
  scope: MedusaContainer,
  params: Params<"GET /store/news/:kind/:handle">,
): Promise<Reply<"GET /store/news/:kind/:handle">> {
  const followed = await findFollowed(scope, params);
  const service = scope.resolve<FollowModuleService>(FOLLOW_MODULE);
  return { news: await service.newsOf(followed, ON_A_PAGE) };
}

/** What a buyer follows; what may not be shown any more has neither a name nor news. */
export async function myFollows(
  scope: MedusaContainer,
  customer_id: string,
): Promise<Reply<"GET /store/my/follows">> {
  const service = scope.resolve<FollowModuleService>(FOLLOW_MODULE);
  const follows = await service.followsOf(customer_id);
  const find = await followedSubjects(scope, follows);
  return {
    follows: await Promise.all(
      follows.map(async ({ id, kind, subject_id, by_mail }) => {
        const shown = find(kind, subject_id);
        return {
          id,
          kind,
          by_mail,
          name: shown?.name ?? null,
          handle: shown?.handle ?? null,
          news: shown ? await service.newsOf(shown, IN_THE_LIST) : [],
        };
      }),
    ),
  };
}
