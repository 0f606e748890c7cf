import { listReviews } from "../../../queries/review/list-reviews";
import { door } from "../../_door";

export const GET = door("GET /cooperative/reviews", async ({ actor, query, scope }) =>
  listReviews(scope, actor.cooperative_id, query),
);
