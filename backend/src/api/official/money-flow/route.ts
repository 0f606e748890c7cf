import { readFlow } from "../../../queries/money-flow/read-flow";
import { officialReader } from "../../../queries/money-flow/reader";
import { door } from "../../_door";

export const GET = door("GET /official/money-flow", async ({ actor, query, scope }) =>
  readFlow(scope, officialReader(actor.division_code, query.division_code), query.month),
);
