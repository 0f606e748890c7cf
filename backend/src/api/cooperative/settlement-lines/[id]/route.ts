import { readLine } from "../../../../queries/settlement/list-lines";
import { door } from "../../../_door";

export const GET = door("GET /cooperative/settlement-lines/:id", async ({ actor, params, scope }) =>
  readLine(scope, actor.cooperative_id, params.id),
);
