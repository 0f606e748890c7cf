import { afterSale } from "../../../../../queries/complaint/after-sale";
import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../refuse";
import { door } from "../../../../_door";

export const GET = door(
  "GET /store/orders/:id/after-sale",
  async ({ actor, params, scope, req }) => {
    if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
    return afterSale(scope, params.id, new Date());
  },
);
