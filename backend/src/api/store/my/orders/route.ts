import { listOwnOrders } from "../../../../queries/order/order-summary";
import { door } from "../../../_door";

export const GET = door("GET /store/my/orders", async ({ actor, query, scope }) =>
  listOwnOrders(scope, actor.id, query),
);
