import { candidatesFor } from "../../../../../queries/settlement/candidates";
import { door } from "../../../../_door";
import { requireKeeper } from "../../../_roles";

export const GET = door(
  "GET /cooperative/bank-rows/:id/candidates",
  async ({ actor, params, scope }) => {
    requireKeeper(actor);
    return candidatesFor(scope, actor.cooperative_id, params.id);
  },
);
