import { allStories } from "../../../queries/story/all-stories";
import { door } from "../../_door";

export const GET = door("GET /store/stories", async ({ scope }) => allStories(scope));
