/** Routes of chargebacks, for the operator. They are answered where the payment house wants its evidence. */
import { z } from "zod";

import { chargebackDoneSchema, chargebackSchema, chargebacksQuerySchema } from "./chargeback";
import { done, idParams, operator, type Route } from "./route";

/** Routes of chargebacks. */
export const chargebackRoutes = {
  "GET /admin/chargebacks": {
    ...operator,
    query: chargebacksQuerySchema,
    reply: z.object({ chargebacks: z.array(chargebackSchema), count: z.int() }),
  },
  /** A person has seen to what the books could not follow, once; `state_conflict` where nothing is to do. */
  "POST /admin/chargebacks/:id/done": {
    ...operator,
    params: idParams,
    body: chargebackDoneSchema,
    reply: done,
  },
} as const satisfies Record<string, Route>;
