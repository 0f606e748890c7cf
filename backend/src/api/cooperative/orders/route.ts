import { listSellerOrders } from "../../../queries/cooperative/list-orders";
import { door } from "../../_door";

export const GET = door("GET /cooperative/orders", async ({ actor, query, scope }) =>
  listSellerOrders(scope, actor.cooperative_id, query),
);
