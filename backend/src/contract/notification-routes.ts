/** Notifications of payment houses whose effect keeps failing: the operator sees why and lets them be tried again. */
import { z } from "zod";

import { textSchema } from "./common";
import { done, operator, page, type Route } from "./route";

const notificationSchema = z.object({
  provider: z.string(),
  event_id: z.string(),
  type: z.string(),
  /** `dead` waits for a person; `waiting` is tried again by itself at `next_try_at`. */
  state: z.enum(["waiting", "dead"]),
  attempts: z.int(),
  last_error: z.string().nullable(),
  received_at: z.string(),
  next_try_at: z.string().nullable(),
});

/** Routes of notifications. */
export const notificationRoutes = {
  "GET /admin/payment-notifications": {
    ...operator,
    query: page,
    reply: z.object({ notifications: z.array(notificationSchema), count: z.int() }),
  },
  /** Lets one that waits for a person be tried again from the start. */
  "POST /admin/payment-notifications/retry": {
    ...operator,
    body: z.strictObject({ provider: textSchema(80), event_id: textSchema(120) }),
    reply: done,
  },
} as const satisfies Record<string, Route>;
