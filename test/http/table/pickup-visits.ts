/** Requests for the routes of pick-up points. */
import type { pickupRoutes } from "../../../backend/src/contract/pickup-routes";
import { pickupPoint } from "../../lists/pickups";
import type { VisitOf } from "./visits";

/** For every route of pick-up points one request. */
export const pickupVisits: Record<keyof typeof pickupRoutes, VisitOf> = {
  "GET /store/pickup-points": () => ({ path: "/store/pickup-points" }),
  "POST /store/pickup-points/:id/hand-over": () => ({
    path: "/store/pickup-points/pkp_unknown/hand-over",
    sent: { body: { key: "x".repeat(43), code: "00000000" } },
    answers: [404],
  }),
  "GET /store/orders/:id/pickup": ({ order_id }) => ({ path: `/store/orders/${order_id}/pickup` }),
  "GET /admin/pickup-points": () => ({ path: "/admin/pickup-points" }),
  "POST /admin/pickup-points": () => ({
    path: "/admin/pickup-points",
    sent: { body: pickupPoint },
  }),
  "POST /admin/pickup-points/:id": () => ({
    path: "/admin/pickup-points/pkp_unknown",
    sent: { body: { open: false } },
    answers: [404],
  }),
};
