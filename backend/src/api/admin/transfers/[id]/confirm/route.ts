import { confirmTransferWorkflow } from "../../../../../workflows/payment/confirm-transfer";
import { door } from "../../../../_door";

export const POST = door(
  "POST /admin/transfers/:id/confirm",
  async ({ actor, params, body, scope }) => {
    await confirmTransferWorkflow(scope).run({
      input: { order_id: params.id, ...body, confirmed_by: `user:${actor.id}` },
    });
    return { ok: true as const };
  },
);
