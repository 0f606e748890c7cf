import { narrowScope } from "../../../../queries/division/narrow-scope";
import { incomeSummary } from "../../../../queries/income/summary";
import { door } from "../../../_door";

export const GET = door("GET /official/income/summary", async ({ actor, query, scope }) =>
  incomeSummary(scope, narrowScope(actor.division_code, query.division_code), query),
);
