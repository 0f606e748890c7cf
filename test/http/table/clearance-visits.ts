/** Requests for the routes of clearance offers. */
import type { clearanceRoutes } from "../../../backend/src/contract/clearance-routes";
import { clearanceOf } from "../../lists/clearances";
import type { VisitOf } from "./visits";

/** For every route of clearance offers one request. */
export const clearanceVisits: Record<keyof typeof clearanceRoutes, VisitOf> = {
  "GET /store/clearances": () => ({ path: "/store/clearances" }),
  "GET /cooperative/clearances": () => ({ path: "/cooperative/clearances" }),
  // Below the floor, so that it only waits and no other test finds another price.
  "POST /cooperative/clearances": ({ goods }) => ({
    path: "/cooperative/clearances",
    sent: { body: clearanceOf(goods.variant_id, { price_fen: 900 }) },
    answers: [200, 409],
  }),
  "POST /cooperative/clearances/:id/steps": ({ clearance_id }) => ({
    path: `/cooperative/clearances/${clearance_id}/steps`,
    sent: { body: { verb: "end" } },
    answers: [200, 409],
  }),
  "GET /official/households/:id/clearances": ({ household_id }) => ({
    path: `/official/households/${household_id}/clearances`,
  }),
  // The household stands behind other goods: not found among its own.
  "POST /official/households/:id/clearances": ({ household_id }) => ({
    path: `/official/households/${household_id}/clearances`,
    sent: { body: clearanceOf("variant_unknown") },
    answers: [404],
  }),
};
