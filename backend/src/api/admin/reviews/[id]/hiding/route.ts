import { readReview } from "../../../../../queries/review/list-reviews";
import { hideReviewWorkflow } from "../../../../../workflows/review/hide-review";
import { door } from "../../../../_door";

export const POST = door(
  "POST /admin/reviews/:id/hiding",
  async ({ actor, params, body, scope }) => {
    await hideReviewWorkflow(scope).run({
      input: { id: params.id, ...body, by: `user:${actor.id}` },
    });
    return { review: await readReview(scope, params.id) };
  },
);
