import { ownClearance } from "../../../../../queries/clearance/own-clearances";
import { stepClearanceWorkflow } from "../../../../../workflows/clearance/step-clearance";
import { door } from "../../../../_door";
import { requireKeeper } from "../../../_roles";

export const POST = door(
  "POST /cooperative/clearances/:id/steps",
  async ({ actor, params, body, scope }) => {
    await ownClearance(scope, params.id, actor);
    requireKeeper(actor);
    await stepClearanceWorkflow(scope).run({
      input: {
        id: params.id,
        cooperative_id: actor.cooperative_id,
        by: actor.id,
        verb: body.verb,
      },
    });
    return { clearance: await ownClearance(scope, params.id, actor) };
  },
);
