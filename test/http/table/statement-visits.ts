/** Right requests for statements and the money flow. */
import type { RouteKey } from "@yigou/backend/contract";

import type { Facts } from "./facts";
import type { VisitOf } from "./visits";

const SPAN = "from=2026-01&to=2026-12";

const statementOf =
  (path: string, id: (facts: Facts) => string): VisitOf =>
  (facts) => ({ path: `${path}/${encodeURIComponent(id(facts))}?${SPAN}` });

const evidenceAt =
  (path: string): VisitOf =>
  ({ seq }) => ({ path: `${path}/${seq}` });

/** One request for each route of statements and of the money flow. */
export const statementVisits = {
  "GET /official/statements/household/:id": statementOf(
    "/official/statements/household",
    ({ household_id }) => household_id,
  ),
  "GET /official/statements/cooperative/:id": statementOf(
    "/official/statements/cooperative",
    ({ cooperative_id }) => cooperative_id,
  ),
  "GET /official/statements/order/:id": statementOf(
    "/official/statements/order",
    ({ order_id }) => order_id,
  ),
  "GET /cooperative/statement": () => ({ path: `/cooperative/statement?${SPAN}&limit=1` }),
  "GET /cooperative/statements/order/:id": statementOf(
    "/cooperative/statements/order",
    ({ order_id }) => order_id,
  ),
  "GET /admin/statements/cooperative/:id": statementOf(
    "/admin/statements/cooperative",
    ({ cooperative_id }) => cooperative_id,
  ),
  "GET /admin/statements/order/:id": statementOf(
    "/admin/statements/order",
    ({ order_id }) => order_id,
  ),
  "GET /admin/statements/party/:id": statementOf(
    "/admin/statements/party",
    ({ cooperative_id }) => `service:${cooperative_id}`,
  ),
  "GET /official/money-flow": () => ({ path: "/official/money-flow" }),
  "GET /official/postings": () => ({ path: "/official/postings?account=household" }),
  "GET /official/transactions/:seq": evidenceAt("/official/transactions"),
  "GET /admin/cooperatives": () => ({ path: "/admin/cooperatives" }),
  "GET /admin/money-flow": () => ({ path: "/admin/money-flow" }),
  "GET /admin/postings": () => ({ path: "/admin/postings?source=buyers" }),
  "GET /admin/transactions/:seq": evidenceAt("/admin/transactions"),
} as const satisfies Partial<Record<RouteKey, VisitOf>>;
