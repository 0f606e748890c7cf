import { readSellerOrder, requireWholeOrder } from "../../../../../queries/cooperative/list-orders";
import { confirmTransferWorkflow } from "../../../../../workflows/payment/confirm-transfer";
import { door } from "../../../../_door";

export const POST = door(
  "POST /cooperative/orders/:id/confirm-transfer",
  async ({ actor, params, body, scope }) => {
    await requireWholeOrder(scope, actor.cooperative_id, params.id);
    await confirmTransferWorkflow(scope).run({
      input: { order_id: params.id, ...body, confirmed_by: `cooperative:${actor.id}` },
    });
    return { order: await readSellerOrder(scope, actor.cooperative_id, params.id) };
  },
);
