import { readGift } from "../../../../queries/gift/read-gift";
import { door } from "../../../_door";

export const GET = door("GET /admin/gifts/:id", async ({ params, scope }) => ({
  gift: await readGift(scope, params.id),
}));
