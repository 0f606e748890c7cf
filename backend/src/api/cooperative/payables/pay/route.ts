import { payHouseholdWorkflow } from "../../../../workflows/settlement/pay-household";
import { door } from "../../../_door";
import { requireKeeper } from "../../_roles";

export const POST = door("POST /cooperative/payables/pay", async ({ actor, body, scope }) => {
  requireKeeper(actor);
  const { id, name, role, cooperative_id } = actor;
  const at = new Date().toISOString();
  const { result } = await payHouseholdWorkflow(scope).run({
    input: { ...body, cooperative_id, by: { id, name, role }, at },
  });
  return result;
});
