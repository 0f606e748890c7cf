import { readComplaint } from "../../../../../queries/complaint/describe";
import { decideComplaintWorkflow } from "../../../../../workflows/complaint/decide-complaint";
import { door } from "../../../../_door";

export const POST = door(
  "POST /admin/complaints/:id/decision",
  async ({ actor, params, body: decision, scope }) => {
    const now = new Date().toISOString();
    await decideComplaintWorkflow(scope).run({
      input: { id: params.id, by: `user:${actor.id}`, now, decision },
    });
    return { complaint: await readComplaint(scope, params.id) };
  },
);
