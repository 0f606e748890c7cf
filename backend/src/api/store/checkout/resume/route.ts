/** Goes on with a purchase that the buyer had to confirm elsewhere. */
import { orderSummary } from "../../../../queries/order/order-summary";
import { refuse } from "../../../../refuse";
import { resumeOrderWorkflow } from "../../../../workflows/checkout/resume-order";
import { door } from "../../../_door";
import { keyOf } from "../../../_idempotency-key";

export const POST = door("POST /store/checkout/resume", async ({ actor, body, scope, req }) => {
  const key = keyOf(req);
  if (!key) throw refuse("idempotency_key_missing");
  const customer_id = actor.type === "customer" ? actor.id : null;
  const { result } = await resumeOrderWorkflow(scope).run({
    input: { key, customer_id, give_up: body.give_up },
  });
  if (!result) return { order: null };
  const order = await orderSummary(scope, result.order_id);
  return { order, ...(result.access_token ? { access_token: result.access_token } : {}) };
});
