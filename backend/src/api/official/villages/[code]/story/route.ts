import { isWithin } from "../../../../../contract/roles";
import { villageName } from "../../../../../queries/story/village-name";
import { refuse } from "../../../../../refuse";
import { nameStoriesWorkflow } from "../../../../../workflows/story/name-stories";
import { writeStoryWorkflow } from "../../../../../workflows/story/write-story";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/villages/:code/story",
  async ({ actor, params, body, scope }) => {
    const inside = isWithin(params.code, actor.division_code);
    if (!inside || (await villageName(scope, params.code)) === null) throw refuse("not_found");
    const { result } = await writeStoryWorkflow(scope).run({
      input: {
        kind: "village",
        subject_id: params.code,
        text: body,
        by: `official:${actor.id}`,
      },
    });
    await nameStoriesWorkflow(scope).run({ input: { most: 500 } });
    return result;
  },
);
