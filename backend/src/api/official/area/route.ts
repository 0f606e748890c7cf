import { readArea } from "../../../queries/household/read-area";
import { door } from "../../_door";

export const GET = door("GET /official/area", async ({ actor, query, scope }) =>
  readArea(scope, actor.division_code, query, new Date()),
);
