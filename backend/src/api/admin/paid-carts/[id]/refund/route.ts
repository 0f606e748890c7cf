import { refundPaidCartWorkflow } from "../../../../../workflows/payment/refund-paid-cart";
import { door } from "../../../../_door";

export const POST = door(
  "POST /admin/paid-carts/:id/refund",
  async ({ actor, params, body, scope }) => {
    const { result } = await refundPaidCartWorkflow(scope).run({
      input: { cart_id: params.id, because: body.because, decided_by: `user:${actor.id}` },
    });
    return result;
  },
);
