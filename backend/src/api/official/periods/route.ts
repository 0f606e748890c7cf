import { listPeriods } from "../../../queries/period/list-periods";
import { door } from "../../_door";

export const GET = door("GET /official/periods", async ({ actor, query, scope }) =>
  listPeriods(scope, actor, query.county_code),
);
