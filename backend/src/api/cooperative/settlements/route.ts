import { listSettlements } from "../../../queries/settlement/list-settlements";
import { readSettlement } from "../../../queries/settlement/read-settlement";
import { prepareSettlementWorkflow } from "../../../workflows/settlement/prepare-settlement";
import { door } from "../../_door";
import { requireKeeper } from "../_roles";

export const GET = door("GET /cooperative/settlements", async ({ actor, query, scope }) =>
  listSettlements(scope, { cooperative_id: actor.cooperative_id }, query),
);

export const POST = door("POST /cooperative/settlements", async ({ actor, body, scope }) => {
  requireKeeper(actor);
  const { id, name, role, cooperative_id } = actor;
  const at = new Date().toISOString();
  const { result } = await prepareSettlementWorkflow(scope).run({
    input: { ...body, cooperative_id, by: { id, name, role }, at },
  });
  return readSettlement(scope, { cooperative_id }, result.id, actor);
});
