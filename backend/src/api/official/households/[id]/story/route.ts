import { openFile } from "../../../../../workflows/income/open-file";
import { writeStoryWorkflow } from "../../../../../workflows/story/write-story";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/households/:id/story",
  async ({ actor, params, body, scope }) => {
    await openFile(scope, actor, params.id, "POST /official/households/:id/story");
    const { result } = await writeStoryWorkflow(scope).run({
      input: {
        kind: "household",
        subject_id: params.id,
        text: body,
        by: `official:${actor.id}`,
      },
    });
    return result;
  },
);
