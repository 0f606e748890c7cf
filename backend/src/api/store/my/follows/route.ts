import { findFollowed, myFollows } from "../../../../queries/follow/read-news";
import { followWorkflow } from "../../../../workflows/follow/follow";
import { door } from "../../../_door";

export const GET = door("GET /store/my/follows", async ({ actor, scope }) =>
  myFollows(scope, actor.id),
);

export const POST = door("POST /store/my/follows", async ({ actor, body, scope }) => {
  const { kind, subject_id } = await findFollowed(scope, body);
  const { result } = await followWorkflow(scope).run({
    input: { kind, subject_id, customer_id: actor.id, by_mail: body.by_mail },
  });
  return result;
});
