import { readGift } from "../../../../../queries/gift/read-gift";
import { mayReadOrder } from "../../../../../queries/order/may-read-order";
import { refuse } from "../../../../../refuse";
import { door } from "../../../../_door";

export const GET = door("GET /store/orders/:id/gift", async ({ actor, params, scope, req }) => {
  if (!(await mayReadOrder(scope, req, actor, params.id))) throw refuse("not_found");
  return { gift: await readGift(scope, params.id) };
});
