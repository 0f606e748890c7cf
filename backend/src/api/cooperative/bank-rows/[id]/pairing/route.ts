import { pairByHandWorkflow } from "../../../../../workflows/settlement/pair-by-hand";
import { door } from "../../../../_door";
import { requireKeeper } from "../../../_roles";

export const POST = door(
  "POST /cooperative/bank-rows/:id/pairing",
  async ({ actor, params, body, scope }) => {
    requireKeeper(actor);
    const { result } = await pairByHandWorkflow(scope).run({
      input: {
        ...body,
        cooperative_id: actor.cooperative_id,
        row_id: params.id,
        by: { id: actor.id, name: actor.name, role: actor.role },
        at: new Date().toISOString(),
      },
    });
    return { state: result };
  },
);
