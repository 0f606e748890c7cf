import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { readReview } from "../../../../../queries/review/list-reviews";
import { refuse } from "../../../../../refuse";
import { writeReviewWorkflow } from "../../../../../workflows/review/write-review";
import { door } from "../../../../_door";

export const POST = door(
  "POST /store/orders/:id/reviews",
  async ({ actor, params, body, scope, req }) => {
    if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
    const by = actor.type === "customer" ? `customer:${actor.id}` : "guest";
    const { result } = await writeReviewWorkflow(scope).run({
      input: { ...body, order_id: params.id, by },
    });
    return { review: await readReview(scope, result.id) };
  },
);
