/** Routes of buyers. */
import { z } from "zod";

import * as cart from "./cart-preview";
import * as checkout from "./checkout";
import * as goods from "./goods";
import { anyone, buyer, done, idParams, page, type Route } from "./route";
import * as unit from "./work-unit";

const handleParams = z.strictObject({ handle: z.string().regex(/^[a-z0-9][a-z0-9-]{0,118}$/) });

/** Routes of buyers. */
export const storeRoutes = {
  "GET /store/goods": { ...anyone, query: goods.goodsQuerySchema, reply: goods.goodsReplySchema },
  "GET /store/goods/:handle": { ...anyone, params: handleParams, reply: goods.goodReplySchema },
  "GET /store/suggestions": {
    ...anyone,
    query: goods.suggestionsQuerySchema,
    reply: goods.suggestionsReplySchema,
  },
  "GET /store/cart-preview": {
    ...anyone,
    query: cart.cartPreviewQuerySchema,
    reply: cart.cartPreviewReplySchema,
  },
  "GET /store/totals": { ...anyone, reply: goods.totalsReplySchema },
  "POST /store/checkout": {
    ...anyone,
    body: checkout.checkoutBodySchema,
    reply: checkout.checkoutReplySchema,
  },
  "GET /store/payments": { ...anyone, reply: checkout.waysToPayReplySchema },
  // By the Idempotency-Key of the purchase, which nobody else knows; `not_found` once it is an order.
  "GET /store/checkout/tried": { ...anyone, reply: checkout.triedCheckoutReplySchema },
  // By the Idempotency-Key of the purchase, which nobody else knows.
  "POST /store/checkout/resume": {
    ...anyone,
    body: checkout.resumeBodySchema,
    reply: checkout.resumeReplySchema,
  },
  // An order is read by its owner or with the guest's token in the header x-order-token.
  "GET /store/orders/:id/summary": { ...anyone, params: idParams, reply: unit.orderReplySchema },
  "GET /store/orders/:id/credits": {
    ...anyone,
    params: idParams,
    reply: checkout.orderCreditsReplySchema,
  },
  "POST /store/orders/:id/returns": {
    ...anyone,
    params: idParams,
    body: checkout.returnBodySchema,
    reply: done,
  },
  /** Local only: plays the payment provider's late yes or no for a pending sandbox payment. */
  "POST /store/orders/:id/sandbox-outcome": {
    ...anyone,
    params: idParams,
    body: z.strictObject({ outcome: z.enum(["success", "decline"]) }),
    reply: done,
  },
  "GET /store/my/orders": { ...buyer, query: page, reply: unit.ordersReplySchema },
  "GET /store/my/work-units": { ...buyer, reply: unit.workUnitReplySchema },
} as const satisfies Record<string, Route>;
