import { readTree } from "../../../queries/division/read-tree";
import { door } from "../../_door";

export const GET = door("GET /official/divisions", async ({ actor, scope }) => ({
  divisions: await readTree(scope, actor.division_code),
}));
