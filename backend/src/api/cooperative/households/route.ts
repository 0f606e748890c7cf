import { listSuppliers } from "../../../queries/cooperative/list-suppliers";
import { door } from "../../_door";
import { requireApproved } from "../_approved";

export const GET = door("GET /cooperative/households", async ({ actor, query, scope }) => {
  requireApproved(actor);
  return listSuppliers(scope, actor.cooperative_id, query);
});
