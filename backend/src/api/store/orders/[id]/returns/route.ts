import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../refuse";
import { requestReturnWorkflow } from "../../../../../workflows/order/request-return";
import { door } from "../../../../_door";

export const POST = door(
  "POST /store/orders/:id/returns",
  async ({ actor, params, body, scope, req }) => {
    if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
    await requestReturnWorkflow(scope).run({
      input: {
        order_id: params.id,
        items: body.items,
        ...(body.reason === undefined ? {} : { reason: body.reason }),
      },
    });
    return { ok: true as const };
  },
);
