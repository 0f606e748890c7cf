import { householdStory } from "../../../../../queries/story/household-story";
import { door } from "../../../../_door";

export const GET = door("GET /store/stories/households/:handle", async ({ params, scope }) =>
  householdStory(scope, params.handle),
);
