import { readNews } from "../../../../../queries/follow/read-news";
import { door } from "../../../../_door";

export const GET = door("GET /store/news/:kind/:handle", async ({ params, scope }) =>
  readNews(scope, params),
);
