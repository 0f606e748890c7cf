import { listComplaints } from "../../../queries/complaint/list-complaints";
import { door } from "../../_door";

export const GET = door("GET /admin/complaints", async ({ query, scope }) =>
  listComplaints(scope, null, query),
);
