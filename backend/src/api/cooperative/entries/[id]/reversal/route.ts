import { readEntry } from "../../../../../queries/linkage/list-entries";
import { prepareReversalWorkflow } from "../../../../../workflows/linkage/prepare-entries";
import { door } from "../../../../_door";
import { requireKeeper } from "../../../_roles";

export const POST = door(
  "POST /cooperative/entries/:id/reversal",
  async ({ actor, params, body, scope }) => {
    requireKeeper(actor);
    const { result } = await prepareReversalWorkflow(scope).run({
      input: {
        who: { id: actor.id, cooperative_id: actor.cooperative_id },
        entry_id: params.id,
        reason: body.reason,
      },
    });
    return { entry: await readEntry(scope, actor, result.id) };
  },
);
