import { readSettlement } from "../../../../queries/settlement/read-settlement";
import { door } from "../../../_door";

export const GET = door("GET /official/settlements/:id", async ({ actor, params, scope }) =>
  readSettlement(scope, { division_code: actor.division_code }, params.id, null),
);
