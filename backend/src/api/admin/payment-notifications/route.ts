import { listFailingNotifications } from "../../../queries/payment/failing-notifications";
import { door } from "../../_door";

export const GET = door("GET /admin/payment-notifications", async ({ query, scope }) =>
  listFailingNotifications(scope, query),
);
