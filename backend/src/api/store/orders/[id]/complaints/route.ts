import { readComplaint } from "../../../../../queries/complaint/describe";
import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../refuse";
import { openComplaintWorkflow } from "../../../../../workflows/complaint/open-complaint";
import { door } from "../../../../_door";

export const POST = door(
  "POST /store/orders/:id/complaints",
  async ({ actor, params, body, scope, req }) => {
    if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
    const by = actor.type === "customer" ? `customer:${actor.id}` : "guest";
    const { result } = await openComplaintWorkflow(scope).run({
      input: { ...body, order_id: params.id, by, now: new Date().toISOString() },
    });
    return { complaint: await readComplaint(scope, result.id) };
  },
);
