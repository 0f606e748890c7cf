import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { orderPickup } from "../../../../../queries/pickup/order-pickup";
import { refuse } from "../../../../../refuse";
import { door } from "../../../../_door";

export const GET = door("GET /store/orders/:id/pickup", async ({ actor, params, scope, req }) => {
  if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
  return orderPickup(scope, params.id);
});
