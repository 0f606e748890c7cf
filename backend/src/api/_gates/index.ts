/** Everything that narrows Medusa's own routes, in the order in which it runs. */
import type { MiddlewareRoute } from "@medusajs/framework/http";

/** The gates in front of stock routes. */
export const stockGates: MiddlewareRoute[] = [
  { matcher: "/hooks/payment/:provider", methods: ["POST"], bodyParser: { preserveRawBody: true } },
];
