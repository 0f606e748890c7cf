import { listPostings } from "../../../queries/money-flow/list-postings";
import { operatorReader } from "../../../queries/money-flow/reader";
import { door } from "../../_door";

export const GET = door("GET /admin/postings", async ({ query, scope }) =>
  listPostings(scope, operatorReader(query.division_code), query),
);
