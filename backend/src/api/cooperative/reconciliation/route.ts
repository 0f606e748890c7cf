import { reconciliation } from "../../../queries/settlement/reconciliation";
import { door } from "../../_door";

export const GET = door("GET /cooperative/reconciliation", async ({ actor, query, scope }) =>
  reconciliation(scope, actor.cooperative_id, query),
);
