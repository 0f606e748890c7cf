import { decideEntriesWorkflow } from "../../../../workflows/linkage/decide-entries";
import { door } from "../../../_door";
import { requireManager } from "../../_roles";

export const POST = door("POST /cooperative/entries/decisions", async ({ actor, body, scope }) => {
  requireManager(actor);
  const { result } = await decideEntriesWorkflow(scope).run({
    input: {
      ...body,
      reason: body.reason ?? null,
      cooperative_id: actor.cooperative_id,
      decided_by: actor.id,
      at: new Date().toISOString(),
    },
  });
  return { decided: result.decided, amount_fen: result.amount_fen };
});
