import { endFollowWorkflow } from "../../../../workflows/follow/follow";
import { door } from "../../../_door";

export const POST = door("POST /store/follows/:token", async ({ params, scope }) => {
  const { result } = await endFollowWorkflow(scope).run({ input: { token: params.token } });
  return result;
});
