import { resolvingRoles } from "../../../contract/roles";
import { listDisputes } from "../../../queries/confirmation/list-disputes";
import { door } from "../../_door";

export const GET = door("GET /official/disputes", async ({ actor, query, scope }) => ({
  ...(await listDisputes(scope, actor.division_code, query)),
  may_resolve: resolvingRoles.includes(actor.role),
}));
