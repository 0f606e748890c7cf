/** One right request for each route of arrived money. */
import { tableForm } from "../../lists/statements";
import type { VisitOf } from "./visits";

type IncomingKey =
  | "GET /admin/chargebacks"
  | "POST /admin/chargebacks/:id/done"
  | "POST /admin/incoming-statements"
  | "GET /admin/incoming-transfers"
  | "POST /admin/incoming-transfers/confirm"
  | "POST /admin/incoming-transfers/:id/set-aside";

/** Nothing that the table imports pays an order: those who may are told so. */
export const incomingVisits: Record<IncomingKey, VisitOf> = {
  "GET /admin/chargebacks": () => ({ path: "/admin/chargebacks?open=0" }),
  "POST /admin/chargebacks/:id/done": () => ({
    path: "/admin/chargebacks/du_01NOBODY/done",
    sent: { body: { note: "已核对" } },
    answers: [404],
  }),
  "POST /admin/incoming-statements": () => ({
    path: "/admin/incoming-statements",
    sent: { body: tableForm("交易日期,支出金额,收入金额,附言\n2026-11-22,,1.00,利息\n") },
  }),
  "GET /admin/incoming-transfers": () => ({ path: "/admin/incoming-transfers" }),
  "POST /admin/incoming-transfers/confirm": ({ transfer_order_id }) => ({
    path: "/admin/incoming-transfers/confirm",
    sent: { body: { order_id: transfer_order_id, row_ids: ["inc_01NOBODY"] } },
    answers: [404],
  }),
  "POST /admin/incoming-transfers/:id/set-aside": () => ({
    path: "/admin/incoming-transfers/inc_01NOBODY/set-aside",
    sent: { body: { because: "与订单无关" } },
    answers: [404],
  }),
};
