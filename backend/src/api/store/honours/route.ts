import { listHonours } from "../../../queries/honour/list-honours";
import { door } from "../../_door";

export const GET = door("GET /store/honours", async ({ query, scope }) =>
  listHonours(scope, query),
);
