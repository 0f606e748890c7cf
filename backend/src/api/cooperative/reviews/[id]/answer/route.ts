import { readReview } from "../../../../../queries/review/list-reviews";
import { answerReviewWorkflow } from "../../../../../workflows/review/answer-review";
import { door } from "../../../../_door";
import { requireApproved } from "../../../_approved";

export const POST = door(
  "POST /cooperative/reviews/:id/answer",
  async ({ actor, params, body, scope }) => {
    requireApproved(actor);
    const { cooperative_id } = actor;
    await answerReviewWorkflow(scope).run({
      input: { id: params.id, cooperative_id, text: body.text, by: `cooperative:${actor.id}` },
    });
    return { review: await readReview(scope, params.id) };
  },
);
