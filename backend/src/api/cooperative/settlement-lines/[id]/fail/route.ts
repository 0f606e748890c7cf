import { failLineWorkflow } from "../../../../../workflows/settlement/fail-line";
import { door } from "../../../../_door";
import { requireKeeper } from "../../../_roles";

export const POST = door(
  "POST /cooperative/settlement-lines/:id/fail",
  async ({ actor, params, body, scope }) => {
    requireKeeper(actor);
    const { id, name, role, cooperative_id } = actor;
    const at = new Date().toISOString();
    await failLineWorkflow(scope).run({
      input: { ...body, cooperative_id, line_id: params.id, by: { id, name, role }, at },
    });
    return { ok: true as const };
  },
);
