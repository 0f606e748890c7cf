import { readComplaint } from "../../../../../../../queries/complaint/describe";
import { mayReadOrder } from "../../../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../../../refuse";
import { stepComplaintWorkflow } from "../../../../../../../workflows/complaint/step-complaint";
import { door } from "../../../../../../_door";

export const POST = door(
  "POST /store/orders/:id/complaints/:complaint_id/steps",
  async ({ actor, params, body, scope, req }) => {
    if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
    const { id: order_id, complaint_id: id } = params;
    const by = actor.type === "customer" ? `customer:${actor.id}` : "guest";
    await stepComplaintWorkflow(scope).run({
      input: { ...body, id, order_id, by, now: new Date().toISOString() },
    });
    return { complaint: await readComplaint(scope, id) };
  },
);
