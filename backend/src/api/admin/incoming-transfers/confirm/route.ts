import { confirmArrivalWorkflow } from "../../../../workflows/incoming/confirm-arrival";
import { door } from "../../../_door";

export const POST = door(
  "POST /admin/incoming-transfers/confirm",
  async ({ actor, body, scope }) => {
    await confirmArrivalWorkflow(scope).run({
      input: { ...body, confirmed_by: `user:${actor.id}` },
    });
    return { ok: true as const };
  },
);
