import { setArrivalAsideWorkflow } from "../../../../../workflows/incoming/set-arrival-aside";
import { door } from "../../../../_door";

export const POST = door(
  "POST /admin/incoming-transfers/:id/set-aside",
  async ({ actor, params, body, scope }) => {
    const input = { id: params.id, because: body.because, by: `user:${actor.id}` };
    await setArrivalAsideWorkflow(scope).run({ input });
    return { ok: true as const };
  },
);
