import { readSellerOrder } from "../../../../queries/cooperative/list-orders";
import { door } from "../../../_door";

export const GET = door("GET /cooperative/orders/:id", async ({ actor, params, scope }) => ({
  order: await readSellerOrder(scope, actor.cooperative_id, params.id),
}));
