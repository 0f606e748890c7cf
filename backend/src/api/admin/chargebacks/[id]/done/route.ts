/** A person has seen to a chargeback. */
import { finishChargebackWorkflow } from "../../../../../workflows/payment/finish-chargeback";
import { door } from "../../../../_door";

export const POST = door(
  "POST /admin/chargebacks/:id/done",
  async ({ actor, params, body, scope }) => {
    const input = { id: params.id, by: `user:${actor.id}`, note: body.note };
    const { result } = await finishChargebackWorkflow(scope).run({ input });
    return result;
  },
);
