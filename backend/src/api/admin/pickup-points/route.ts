import { allPoints, onePoint } from "../../../queries/pickup/points";
import { openPointWorkflow } from "../../../workflows/pickup/open-point";
import { door } from "../../_door";

export const GET = door("GET /admin/pickup-points", async ({ scope }) => allPoints(scope));

export const POST = door("POST /admin/pickup-points", async ({ body, scope }) => {
  const { result } = await openPointWorkflow(scope).run({ input: body });
  return { point: await onePoint(scope, result.id), keeper_key: result.keeper_key };
});
