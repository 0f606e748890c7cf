import { publishNewsWorkflow } from "../../../../../workflows/follow/publish-news";
import { openFile } from "../../../../../workflows/income/open-file";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/households/:id/news",
  async ({ actor, params, body, scope }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/news");
    const { result } = await publishNewsWorkflow(scope).run({
      input: {
        ...body,
        kind: "household",
        subject_id: params.id,
        written_by: `official:${actor.id}`,
      },
    });
    return result;
  },
);
