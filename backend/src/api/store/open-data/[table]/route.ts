import { readOpenTable } from "../../../../queries/open-data/read-table";
import { door } from "../../../_door";

export const GET = door("GET /store/open-data/:table", async ({ params, scope }) =>
  readOpenTable(scope, params.table),
);
