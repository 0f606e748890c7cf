import { listLines } from "../../../../../queries/settlement/list-lines";
import { door } from "../../../../_door";

export const GET = door(
  "GET /cooperative/settlements/:id/lines",
  async ({ actor, params, query, scope }) =>
    listLines(scope, { cooperative_id: actor.cooperative_id }, params.id, query),
);
