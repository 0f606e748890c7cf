import { orderCredits } from "../../../../../queries/income/order-credits";
import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../refuse";
import { door } from "../../../../_door";

export const GET = door("GET /store/orders/:id/credits", async ({ actor, params, req, scope }) => {
  if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
  return orderCredits(scope, params.id);
});
