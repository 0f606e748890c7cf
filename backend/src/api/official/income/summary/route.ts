import { isWithin } from "../../../../contract/roles";
import { incomeSummary } from "../../../../queries/income/summary";
import { refuse } from "../../../../refuse";
import { door } from "../../../_door";

export const GET = door("GET /official/income/summary", async ({ actor, query, scope }) => {
  const prefix = query.division_code ?? actor.division_code;
  // Not-yours and not-there are the same answer.
  if (!isWithin(prefix, actor.division_code)) throw refuse("not_found", { field: "division_code" });
  return incomeSummary(scope, prefix, query);
});
