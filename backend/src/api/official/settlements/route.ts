import { listSettlements } from "../../../queries/settlement/list-settlements";
import { door } from "../../_door";

export const GET = door("GET /official/settlements", async ({ actor, query, scope }) =>
  listSettlements(scope, { division_code: actor.division_code }, query),
);
