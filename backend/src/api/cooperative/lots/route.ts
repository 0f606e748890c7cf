import { ownLots } from "../../../queries/trace/own-lots";
import { nameStoriesWorkflow } from "../../../workflows/story/name-stories";
import { door } from "../../_door";

export const GET = door("GET /cooperative/lots", async ({ actor, query, scope }) => {
  // A lot that was listed a moment ago has its code before it is asked for.
  await nameStoriesWorkflow(scope).run({ input: { most: 500 } });
  return ownLots(scope, actor.cooperative_id, query);
});
