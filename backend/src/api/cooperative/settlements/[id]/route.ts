import { readSettlement } from "../../../../queries/settlement/read-settlement";
import { door } from "../../../_door";

export const GET = door("GET /cooperative/settlements/:id", async ({ actor, params, scope }) =>
  readSettlement(scope, { cooperative_id: actor.cooperative_id }, params.id, actor),
);
