/** What buyers' banks take back, for the operator. */
import { listChargebacks } from "../../../queries/payment/chargebacks";
import { door } from "../../_door";

export const GET = door("GET /admin/chargebacks", async ({ query, scope }) =>
  listChargebacks(scope, query),
);
