import { writeStoryWorkflow } from "../../../workflows/story/write-story";
import { door } from "../../_door";
import { requireApproved } from "../_approved";

export const POST = door("POST /cooperative/story", async ({ actor, body, scope }) => {
  requireApproved(actor);
  const { result } = await writeStoryWorkflow(scope).run({
    input: {
      kind: "cooperative",
      subject_id: actor.cooperative_id,
      text: body,
      by: `cooperative:${actor.id}`,
    },
  });
  return result;
});
