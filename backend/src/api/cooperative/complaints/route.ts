import { listComplaints } from "../../../queries/complaint/list-complaints";
import { door } from "../../_door";

export const GET = door("GET /cooperative/complaints", async ({ actor, query, scope }) =>
  listComplaints(scope, actor.cooperative_id, query),
);
