import { settleable } from "../../../queries/settlement/settleable";
import { door } from "../../_door";

export const GET = door("GET /cooperative/settleable", async ({ actor, query, scope }) =>
  settleable(scope, actor.cooperative_id, query),
);
