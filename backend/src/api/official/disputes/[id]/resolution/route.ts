import { resolvingRoles } from "../../../../../contract/roles";
import { refuse } from "../../../../../refuse";
import { resolveDisputeWorkflow } from "../../../../../workflows/confirmation/dispute";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/disputes/:id/resolution",
  async ({ actor, params, body, scope }) => {
    if (!resolvingRoles.includes(actor.role)) throw refuse("forbidden_action");
    const { result } = await resolveDisputeWorkflow(scope).run({
      input: {
        ...body,
        id: params.id,
        scope: actor.division_code,
        resolved_by: actor.id,
        at: new Date().toISOString(),
      },
    });
    return result;
  },
);
