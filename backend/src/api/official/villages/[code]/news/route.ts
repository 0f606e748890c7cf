import { isWithin } from "../../../../../contract/roles";
import { refuse } from "../../../../../refuse";
import { publishNewsWorkflow } from "../../../../../workflows/follow/publish-news";
import { door } from "../../../../_door";

export const POST = door(
  "POST /official/villages/:code/news",
  async ({ actor, params, body, scope }) => {
    if (!isWithin(params.code, actor.division_code)) throw refuse("not_found");
    const { result } = await publishNewsWorkflow(scope).run({
      input: {
        ...body,
        kind: "village",
        subject_id: params.code,
        written_by: `official:${actor.id}`,
      },
    });
    return result;
  },
);
