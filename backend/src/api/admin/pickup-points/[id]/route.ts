import { onePoint } from "../../../../queries/pickup/points";
import { setPointOpenWorkflow } from "../../../../workflows/pickup/open-point";
import { door } from "../../../_door";

export const POST = door("POST /admin/pickup-points/:id", async ({ params, body, scope }) => {
  await setPointOpenWorkflow(scope).run({ input: { id: params.id, open: body.open } });
  return { point: await onePoint(scope, params.id) };
});
