import { refuse } from "../../../../refuse";
import { payHouseholdWorkflow } from "../../../../workflows/income/pay-household";
import { door } from "../../../_door";

export const POST = door("POST /cooperative/payables/pay", async ({ actor, body, scope }) => {
  if (actor.status !== "approved") throw refuse("cooperative_not_approved");
  const { result } = await payHouseholdWorkflow(scope).run({
    input: { ...body, cooperative_id: actor.cooperative_id, at: new Date().toISOString() },
  });
  return result;
});
