import { sitemapGoods } from "../../../queries/story/all-stories";
import { door } from "../../_door";

export const GET = door("GET /store/sitemap", async ({ query, scope }) =>
  sitemapGoods(scope, query),
);
