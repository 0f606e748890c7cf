import { readSettlement } from "../../../../../queries/settlement/read-settlement";
import { stepSettlementWorkflow } from "../../../../../workflows/settlement/step-settlement";
import { door } from "../../../../_door";
import { requireKeeper } from "../../../_roles";

export const POST = door(
  "POST /cooperative/settlements/:id/steps",
  async ({ actor, params, body, scope }) => {
    requireKeeper(actor);
    const { id, name, role, cooperative_id } = actor;
    const at = new Date().toISOString();
    await stepSettlementWorkflow(scope).run({
      input: { ...body, cooperative_id, settlement_id: params.id, by: { id, name, role }, at },
    });
    return readSettlement(scope, { cooperative_id }, params.id, actor);
  },
);
