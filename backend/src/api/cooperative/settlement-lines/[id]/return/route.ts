import { bookLinesWorkflow } from "../../../../../workflows/settlement/book-lines";
import { returnLineWorkflow } from "../../../../../workflows/settlement/return-line";
import { door } from "../../../../_door";
import { requireKeeper } from "../../../_roles";

export const POST = door(
  "POST /cooperative/settlement-lines/:id/return",
  async ({ actor, params, body, scope }) => {
    requireKeeper(actor);
    const { id, name, role, cooperative_id } = actor;
    const at = new Date().toISOString();
    const { result } = await returnLineWorkflow(scope).run({
      input: { ...body, cooperative_id, line_id: params.id, by: { id, name, role }, at },
    });
    await bookLinesWorkflow(scope).run({
      input: { settlement_id: result.settlement_id, limit: 50 },
    });
    return { ok: true as const };
  },
);
