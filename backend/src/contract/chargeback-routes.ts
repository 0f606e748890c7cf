/** Routes of chargebacks, for the operator. They are answered where the payment house wants its evidence. */
import { z } from "zod";

import { chargebackSchema, chargebacksQuerySchema } from "./chargeback";
import { operator, type Route } from "./route";

/** Routes of chargebacks. */
export const chargebackRoutes = {
  "GET /admin/chargebacks": {
    ...operator,
    query: chargebacksQuerySchema,
    reply: z.object({ chargebacks: z.array(chargebackSchema), count: z.int() }),
  },
} as const satisfies Record<string, Route>;
