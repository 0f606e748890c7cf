import { villageStory } from "../../../../../queries/story/village-story";
import { door } from "../../../../_door";

export const GET = door("GET /store/stories/villages/:handle", async ({ params, scope }) =>
  villageStory(scope, params.handle),
);
