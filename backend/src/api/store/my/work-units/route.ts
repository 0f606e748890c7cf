import { listWorkUnits } from "../../../../queries/work-unit/list-work-units";
import { door } from "../../../_door";

export const GET = door("GET /store/my/work-units", async ({ actor, scope }) => ({
  work_units: await listWorkUnits(scope, actor.id),
}));
