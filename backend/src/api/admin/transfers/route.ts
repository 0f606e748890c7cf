import { listTransfers } from "../../../queries/order/list-transfers";
import { door } from "../../_door";

export const GET = door("GET /admin/transfers", async ({ query, scope }) =>
  listTransfers(scope, query),
);
