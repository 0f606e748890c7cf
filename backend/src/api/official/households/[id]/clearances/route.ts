import { householdClearances } from "../../../../../queries/clearance/household-clearances";
import { ownClearance } from "../../../../../queries/clearance/own-clearances";
import { openClearanceWorkflow } from "../../../../../workflows/clearance/open-clearance";
import { openFile } from "../../../../../workflows/income/open-file";
import { door } from "../../../../_door";

export const GET = door(
  "GET /official/households/:id/clearances",
  async ({ actor, params, scope }) => {
    await openFile(scope, actor, params.id, "GET /official/households/:id/clearances");
    return householdClearances(scope, params.id, actor);
  },
);

export const POST = door(
  "POST /official/households/:id/clearances",
  async ({ actor, params, body, scope }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/clearances");
    const { result } = await openClearanceWorkflow(scope).run({
      input: { ...body, proposed_by: actor.id, by: { household_id: params.id } },
    });
    return { clearance: await ownClearance(scope, result.id, { id: actor.id }) };
  },
);
