/** The certificate of thanks for an order. */
import { z } from "zod";

import { nameSchema } from "./common";
import { anyone, done, idParams, type Route } from "./route";

const flag = z.enum(["0", "1"]).default("0");

/** The certificate of thanks for an order. */
export const thanksRoutes = {
  /** Answers with a PNG, to whoever may read the order; it shows what is asked for and nothing else. */
  "GET /store/orders/:id/thanks": {
    ...anyone,
    params: idParams,
    query: z.strictObject({
      lang: z.enum(["zh", "en"]).default("zh"),
      name: nameSchema.max(24).optional(),
      amount: flag,
    }),
    reply: done,
  },
} as const satisfies Record<string, Route>;
