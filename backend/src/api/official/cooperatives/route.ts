import { listWithin } from "../../../queries/cooperative/list-within";
import { door } from "../../_door";

export const GET = door("GET /official/cooperatives", async ({ actor, query, scope }) =>
  listWithin(scope, actor.division_code, query),
);
