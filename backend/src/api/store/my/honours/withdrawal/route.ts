import { withdrawHonourWorkflow } from "../../../../../workflows/honour/agree";
import { door } from "../../../../_door";

export const POST = door("POST /store/my/honours/withdrawal", async ({ actor, body, scope }) => {
  const { result } = await withdrawHonourWorkflow(scope).run({
    input: { customer_id: actor.id, ...body },
  });
  return result;
});
