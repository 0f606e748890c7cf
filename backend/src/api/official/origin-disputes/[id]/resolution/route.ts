import { resolvingRoles } from "../../../../../contract/roles";
import { refuse } from "../../../../../refuse";
import { resolveOriginWorkflow } from "../../../../../workflows/trace/dispute-origin";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/origin-disputes/:id/resolution",
  async ({ actor, params, body, scope }) => {
    if (!resolvingRoles.includes(actor.role)) throw refuse("forbidden_action");
    await resolveOriginWorkflow(scope).run({
      input: { ...body, id: params.id, scope: actor.division_code, resolved_by: actor.id },
    });
    return { ok: true as const };
  },
);
