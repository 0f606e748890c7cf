/** Carts that are paid but became no order: the operator gives the money back. */
import { z } from "zod";

import { textSchema } from "./common";
import { fenSchema } from "./money";
import { idParams, operator, page, type Route } from "./route";

const paidCartSchema = z.object({
  cart_id: z.string(),
  payment_id: z.string(),
  provider_id: z.string(),
  email: z.string(),
  paid_at: z.string(),
  paid_fen: fenSchema,
  refunded_fen: fenSchema,
  refunded_at: z.string().nullable(),
  refunded_because: z.string().nullable(),
  lines: z.array(z.object({ title: z.string(), quantity: z.int() })),
});

/** Routes of paid carts. */
export const paidCartRoutes = {
  "GET /admin/paid-carts": {
    ...operator,
    query: page,
    reply: z.object({ carts: z.array(paidCartSchema), count: z.int() }),
  },
  /** Gives all of it back, once; asked again it answers the same. */
  "POST /admin/paid-carts/:id/refund": {
    ...operator,
    params: idParams,
    body: z.strictObject({ because: textSchema(200) }),
    reply: z.object({ cart_id: z.string(), refunded_fen: fenSchema }),
  },
} as const satisfies Record<string, Route>;
