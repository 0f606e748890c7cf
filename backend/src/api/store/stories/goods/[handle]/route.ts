import { goodStories } from "../../../../../queries/story/good-stories";
import { door } from "../../../../_door";

export const GET = door("GET /store/stories/goods/:handle", async ({ params, scope }) =>
  goodStories(scope, params.handle),
);
