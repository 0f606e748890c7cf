import { readComplaint } from "../../../../../queries/complaint/describe";
import { requireOwnComplaint } from "../../../../../queries/complaint/list-complaints";
import { answerComplaintWorkflow } from "../../../../../workflows/complaint/answer-complaint";
import { door } from "../../../../_door";
import { requireKeeper } from "../../../_roles";

export const POST = door(
  "POST /cooperative/complaints/:id/answer",
  async ({ actor, params, body: answer, scope }) => {
    const { cooperative_id } = actor;
    await requireOwnComplaint(scope, params.id, cooperative_id);
    requireKeeper(actor);
    const by = `cooperative:${actor.id}`;
    await answerComplaintWorkflow(scope).run({
      input: { id: params.id, cooperative_id, by, now: new Date().toISOString(), answer },
    });
    return { complaint: await readComplaint(scope, params.id) };
  },
);
