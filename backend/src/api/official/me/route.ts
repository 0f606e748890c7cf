import { readMe } from "../../../queries/roster/read-me";
import { door } from "../../_door";

export const GET = door("GET /official/me", async ({ actor, scope }) => ({
  official: await readMe(scope, actor.id),
}));
