import { listReviews } from "../../../queries/review/list-reviews";
import { door } from "../../_door";

export const GET = door("GET /admin/reviews", async ({ query, scope }) =>
  listReviews(scope, null, query),
);
