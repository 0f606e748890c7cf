import { decideMatchWorkflow } from "../../../../../workflows/settlement/decide-match";
import { door } from "../../../../_door";
import { requireKeeper } from "../../../_roles";

export const POST = door(
  "POST /cooperative/reconciliation/:id/decision",
  async ({ actor, params, body, scope }) => {
    requireKeeper(actor);
    await decideMatchWorkflow(scope).run({
      input: {
        cooperative_id: actor.cooperative_id,
        match_id: params.id,
        decision: body.decision,
        by: { id: actor.id, role: actor.role },
        at: new Date().toISOString(),
      },
    });
    return { ok: true as const };
  },
);
