/** Requests for the routes of gifts. */
import { randomUUID } from "node:crypto";

import type { giftRoutes } from "../../../backend/src/contract/gift-routes";
import type { VisitOf } from "./visits";

/** For every route of gifts one request. */
export const giftVisits: Record<keyof typeof giftRoutes, VisitOf> = {
  "POST /store/gift-lists": () => ({
    path: "/store/gift-lists",
    sent: { body: { text: "李明，10012345678，福建省，泉州市，南安市，江北大道 1 号" } },
  }),
  // Nobody in the table knows the key of another's purchase.
  "GET /store/checkout/gift": () => ({
    path: "/store/checkout/gift",
    sent: { headers: { "idempotency-key": randomUUID() } },
    answers: [404],
  }),
  "GET /store/orders/:id/gift": ({ gift_order_id }) => ({
    path: `/store/orders/${gift_order_id}/gift`,
  }),
  "GET /cooperative/orders/:id/gift": ({ gift_order_id }) => ({
    path: `/cooperative/orders/${gift_order_id}/gift`,
  }),
  "GET /admin/gifts/:id": ({ gift_order_id }) => ({ path: `/admin/gifts/${gift_order_id}` }),
};
