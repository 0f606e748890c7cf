import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { orderSummary } from "../../../../../queries/order/order-summary";
import { refuse } from "../../../../../refuse";
import { door } from "../../../../_door";

export const GET = door("GET /store/orders/:id/summary", async ({ actor, params, scope, req }) => {
  if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
  return { order: await orderSummary(scope, params.id) };
});
