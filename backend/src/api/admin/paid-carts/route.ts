import { listPaidCarts } from "../../../queries/payment/paid-carts";
import { door } from "../../_door";

export const GET = door("GET /admin/paid-carts", async ({ query, scope }) =>
  listPaidCarts(scope, query),
);
