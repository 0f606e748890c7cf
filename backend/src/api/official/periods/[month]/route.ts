import { readPeriod } from "../../../../queries/period/read-period";
import { door } from "../../../_door";

export const GET = door("GET /official/periods/:month", async ({ actor, params, query, scope }) =>
  readPeriod(scope, actor, params.month, query.county_code),
);
