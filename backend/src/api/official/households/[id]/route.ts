import { readHouseholdFile } from "../../../../queries/household/read-household-file";
import { refuse } from "../../../../refuse";
import { recordReadWorkflow } from "../../../../workflows/audit/record-read";
import { door } from "../../../_door";

const ROUTE = "GET /official/households/:id";

export const GET = door(ROUTE, async ({ actor, params, scope }) => {
  const household = await readHouseholdFile(scope, actor.division_code, params.id);
  if (!household) throw refuse("not_found");
  // The log comes first: a file that cannot be logged is not shown.
  await recordReadWorkflow(scope).run({
    input: { official_id: actor.id, household_id: household.id, route: ROUTE },
  });
  return { household };
});
