import { listLines } from "../../../../../queries/settlement/list-lines";
import { door } from "../../../../_door";

export const GET = door(
  "GET /official/settlements/:id/lines",
  async ({ actor, params, query, scope }) =>
    listLines(scope, { division_code: actor.division_code }, params.id, query),
);
