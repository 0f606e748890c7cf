import { approvingRoles } from "../../../../../contract/roles";
import { refuse } from "../../../../../refuse";
import { decideApplicationWorkflow } from "../../../../../workflows/cooperative/decide-application";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/cooperatives/:id/decision",
  async ({ actor, params, body, scope }) => {
    // By the post alone, before the cooperative is looked for: the answer tells nothing about it.
    if (!approvingRoles.includes(actor.role)) throw refuse("forbidden_action");
    await decideApplicationWorkflow(scope).run({
      input: {
        cooperative_id: params.id,
        decision: body.decision,
        ...(body.reason === undefined ? {} : { reason: body.reason }),
        decided_by: actor.id,
        scope: actor.division_code,
      },
    });
    return { ok: true as const };
  },
);
