import { listHouseholds } from "../../../queries/household/list-households";
import { door } from "../../_door";

export const GET = door("GET /official/households", async ({ actor, query, scope }) =>
  listHouseholds(scope, actor.division_code, query),
);
