import { readSellerOrder } from "../../../../../queries/cooperative/list-orders";
import { deliverLinesWorkflow } from "../../../../../workflows/order/deliver-lines";
import { door } from "../../../../_door";

export const POST = door(
  "POST /cooperative/orders/:id/deliver",
  async ({ actor, params, body, scope }) => {
    await deliverLinesWorkflow(scope).run({
      input: {
        ...body,
        order_id: params.id,
        cooperative_id: actor.cooperative_id,
        at: new Date().toISOString(),
      },
    });
    return { order: await readSellerOrder(scope, actor.cooperative_id, params.id) };
  },
);
