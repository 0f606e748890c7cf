import { myHonours } from "../../../../queries/honour/my-honours";
import { agreeToHonourWorkflow } from "../../../../workflows/honour/agree";
import { door } from "../../../_door";

export const GET = door("GET /store/my/honours", async ({ actor, scope }) =>
  myHonours(scope, actor.id),
);

export const POST = door("POST /store/my/honours", async ({ actor, body, scope }) => {
  const { result } = await agreeToHonourWorkflow(scope).run({
    input: { customer_id: actor.id, body },
  });
  return result;
});
