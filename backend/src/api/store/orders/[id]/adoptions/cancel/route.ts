import { mayReadOrder } from "../../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../../refuse";
import { cancelAdoptionWorkflow } from "../../../../../../workflows/adoption/cancel-adoption";
import { door } from "../../../../../_door";

export const POST = door(
  "POST /store/orders/:id/adoptions/cancel",
  async ({ actor, params, scope, req }) => {
    if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
    const by = actor.type === "customer" ? `customer:${actor.id}` : "guest";
    await cancelAdoptionWorkflow(scope).run({
      input: { order_id: params.id, by, now: new Date().toISOString() },
    });
    return { ok: true as const };
  },
);
