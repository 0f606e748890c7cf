import { endFollowWorkflow } from "../../../../../workflows/follow/follow";
import { door } from "../../../../_door";

export const POST = door("POST /store/my/follows/end", async ({ actor, body, scope }) => {
  const { result } = await endFollowWorkflow(scope).run({
    input: { id: body.id, customer_id: actor.id },
  });
  return result;
});
