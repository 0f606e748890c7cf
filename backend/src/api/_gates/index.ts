/** Everything that narrows Medusa's own routes, in the order in which it runs. */
import type { MiddlewareRoute } from "@medusajs/framework/http";

import { admission } from "./admission";
import { knownActors, loginLimit } from "./logins";
import { liftQuickLane } from "./lift";
import { modestFields, modestPages } from "./modest-queries";
import { cancelGate, cancellationGate, refundGate } from "./money-moves";
import { cartGate, cartOwnerNote, collectionGate, namedThingsGate, orderGate } from "./own-things";
import { plainAnswers } from "./plain-answers";

const MAX_SHOP_PAGE = 100;
/** Medusa's dashboard asks for up to a thousand rows to fill its pickers. */
const MAX_DASHBOARD_PAGE = 1000;

/** The gates in front of stock routes. Those without methods run before Medusa's own checks. */
export const stockGates: MiddlewareRoute[] = [
  {
    matcher: "/store",
    middlewares: [
      liftQuickLane,
      admission,
      plainAnswers,
      modestPages(MAX_SHOP_PAGE),
      modestFields,
      namedThingsGate,
    ],
  },
  { matcher: "/admin", middlewares: [modestPages(MAX_DASHBOARD_PAGE)] },
  { matcher: "/admin/payments/:id/refund", methods: ["POST"], middlewares: [refundGate] },
  { matcher: "/admin/orders/:id/cancel", methods: ["POST"], middlewares: [cancelGate] },
  ...(["claims", "exchanges", "returns"] as const).map((kind) => ({
    matcher: `/admin/${kind}/:id/cancel`,
    methods: ["POST" as const],
    middlewares: [cancellationGate(kind)],
  })),
  { matcher: "/store/orders/:id", middlewares: [orderGate] },
  { matcher: "/store/carts/:id", middlewares: [cartGate] },
  { matcher: "/store/payment-collections/:id", middlewares: [collectionGate] },
  { matcher: "/store/carts", methods: ["POST"], middlewares: [cartOwnerNote] },
  { matcher: "/store/carts/:id/customer", methods: ["POST"], middlewares: [cartOwnerNote] },
  { matcher: "/auth", middlewares: [knownActors, loginLimit] },
  { matcher: "/hooks/payment/:provider", methods: ["POST"], bodyParser: { preserveRawBody: true } },
];
