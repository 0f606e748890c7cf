import { ownClearance, ownClearances } from "../../../queries/clearance/own-clearances";
import { openClearanceWorkflow } from "../../../workflows/clearance/open-clearance";
import { door } from "../../_door";
import { requireKeeper } from "../_roles";

export const GET = door("GET /cooperative/clearances", async ({ actor, query, scope }) =>
  ownClearances(scope, actor, query),
);

export const POST = door("POST /cooperative/clearances", async ({ actor, body, scope }) => {
  requireKeeper(actor);
  const { result } = await openClearanceWorkflow(scope).run({
    input: { ...body, proposed_by: actor.id, by: { cooperative_id: actor.cooperative_id } },
  });
  return { clearance: await ownClearance(scope, result.id, actor) };
});
