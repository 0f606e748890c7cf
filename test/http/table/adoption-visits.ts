/** Requests for the routes of adoption. */
import type { adoptionRoutes } from "../../../backend/src/contract/adoption-routes";
import { adoptionOf } from "../../lists/adoptions";
import type { VisitOf } from "./visits";

/** For every route of adoption one request. */
export const adoptionVisits: Record<keyof typeof adoptionRoutes, VisitOf> = {
  "GET /store/adoptions": () => ({ path: "/store/adoptions" }),
  "GET /store/orders/:id/adoptions": ({ order_id }) => ({
    path: `/store/orders/${order_id}/adoptions`,
  }),
  // The order of the table has no trees: its owner is told that there is nothing to cancel.
  "POST /store/orders/:id/adoptions/cancel": ({ order_id }) => ({
    path: `/store/orders/${order_id}/adoptions/cancel`,
    sent: { body: {} },
    answers: [404],
  }),
  "GET /cooperative/adoptions": () => ({ path: "/cooperative/adoptions" }),
  // The household is of one county: for the other cooperative it is unknown.
  "POST /cooperative/adoptions": ({ household_id }) => ({
    path: "/cooperative/adoptions",
    sent: { body: adoptionOf(household_id) },
    answers: [200, 400],
  }),
  "POST /cooperative/adoptions/:id/updates": ({ adoption_id }) => ({
    path: `/cooperative/adoptions/${adoption_id}/updates`,
    sent: { body: { text: "今天疏了果，长势很好。" } },
  }),
  "POST /cooperative/adoptions/:id/harvest": ({ adoption_id }) => ({
    path: `/cooperative/adoptions/${adoption_id}/harvest`,
    sent: { body: { per_tree_g: 5000 } },
    answers: [409],
  }),
};
