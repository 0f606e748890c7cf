import { orderReceipt } from "../../../../../queries/income/order-receipt";
import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../refuse";
import { door } from "../../../../_door";

export const GET = door("GET /store/orders/:id/receipt", async ({ actor, params, req, scope }) => {
  if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
  return orderReceipt(scope, params.id);
});
