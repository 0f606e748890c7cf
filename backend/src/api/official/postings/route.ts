import { listPostings } from "../../../queries/money-flow/list-postings";
import { officialReader } from "../../../queries/money-flow/reader";
import { door } from "../../_door";

export const GET = door("GET /official/postings", async ({ actor, query, scope }) =>
  listPostings(scope, officialReader(actor.division_code, query.division_code), query),
);
