import { readFlow } from "../../../queries/money-flow/read-flow";
import { operatorReader } from "../../../queries/money-flow/reader";
import { door } from "../../_door";

export const GET = door("GET /admin/money-flow", async ({ query, scope }) =>
  readFlow(scope, operatorReader(query.division_code), query.month),
);
