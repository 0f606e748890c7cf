import { orderAdoptions } from "../../../../../queries/adoption/order-adoptions";
import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../refuse";
import { door } from "../../../../_door";

export const GET = door(
  "GET /store/orders/:id/adoptions",
  async ({ actor, params, scope, req }) => {
    if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
    return orderAdoptions(scope, params.id, new Date());
  },
);
