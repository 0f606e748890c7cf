import { readSellerOrder } from "../../../../../queries/cooperative/list-orders";
import { shipLinesWorkflow } from "../../../../../workflows/order/ship-lines";
import { door } from "../../../../_door";

export const POST = door(
  "POST /cooperative/orders/:id/ship",
  async ({ actor, params, body, scope }) => {
    const { items, ...parcel } = body;
    await shipLinesWorkflow(scope).run({
      input: {
        ...parcel,
        ...(items ? { items } : {}),
        order_id: params.id,
        cooperative_id: actor.cooperative_id,
        shipped_by: actor.id,
      },
    });
    return { order: await readSellerOrder(scope, actor.cooperative_id, params.id) };
  },
);
