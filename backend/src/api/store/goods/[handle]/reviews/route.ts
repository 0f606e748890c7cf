import { goodReviews } from "../../../../../queries/review/list-reviews";
import { door } from "../../../../_door";

export const GET = door("GET /store/goods/:handle/reviews", async ({ params, query, scope }) =>
  goodReviews(scope, params, query),
);
