import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { orderThanks } from "../../../../../queries/thanks/order-thanks";
import { refuse } from "../../../../../refuse";
import { door } from "../../../../_door";
import { FileAnswer } from "../../../../_file-answer";

export const GET = door(
  "GET /store/orders/:id/thanks",
  async ({ actor, params, query, req, scope }) => {
    if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
    return new FileAnswer("以购感谢状", "png", await orderThanks(scope, params.id, query));
  },
);
