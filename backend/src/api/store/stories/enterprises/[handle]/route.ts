import { enterpriseStory } from "../../../../../queries/story/enterprise-story";
import { door } from "../../../../_door";

export const GET = door("GET /store/stories/enterprises/:handle", async ({ params, scope }) =>
  enterpriseStory(scope, params.handle),
);
