import { requireNewsWithin } from "../../../../../queries/follow/news-place";
import { removeNewsWorkflow } from "../../../../../workflows/follow/publish-news";
import { door } from "../../../../_door";

export const POST = door("POST /official/news/:id/removal", async ({ actor, params, scope }) => {
  await requireNewsWithin(scope, actor.division_code, params.id);
  const { result } = await removeNewsWorkflow(scope).run({ input: { id: params.id } });
  return result;
});
