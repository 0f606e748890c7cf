import { areaLots } from "../../../queries/trace/area-lots";
import { door } from "../../_door";

export const GET = door("GET /official/lots", async ({ actor, query, scope }) =>
  areaLots(scope, actor, query),
);
