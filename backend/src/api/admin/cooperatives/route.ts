import { listWithin } from "../../../queries/cooperative/list-within";
import { door } from "../../_door";

export const GET = door("GET /admin/cooperatives", async ({ query, scope }) =>
  listWithin(scope, "", query),
);
