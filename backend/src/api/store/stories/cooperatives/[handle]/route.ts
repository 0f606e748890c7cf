import { cooperativeStory } from "../../../../../queries/story/cooperative-story";
import { door } from "../../../../_door";

export const GET = door("GET /store/stories/cooperatives/:handle", async ({ params, scope }) =>
  cooperativeStory(scope, params.handle),
);
