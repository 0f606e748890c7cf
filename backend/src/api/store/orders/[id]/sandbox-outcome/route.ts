/** Local only: plays the payment house's late yes or no for a sandbox payment that is pending. */
import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../refuse";
import { playOutcomeWorkflow } from "../../../../../workflows/payment/play-outcome";
import { door } from "../../../../_door";

export const POST = door(
  "POST /store/orders/:id/sandbox-outcome",
  async ({ actor, params, body, scope, req }) => {
    if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
    await playOutcomeWorkflow(scope).run({ input: { order_id: params.id, outcome: body.outcome } });
    return { ok: true };
  },
);
