import { readGift } from "../../../../../queries/gift/read-gift";
import { door } from "../../../../_door";

export const GET = door("GET /cooperative/orders/:id/gift", async ({ actor, params, scope }) => ({
  gift: await readGift(scope, params.id, actor.cooperative_id),
}));
