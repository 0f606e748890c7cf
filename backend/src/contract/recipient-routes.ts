/** Routes of alternate recipients: read by every official of the area, recorded above the village. */
import * as recipient from "./recipient";
import { cadre, done, idParams, type Route } from "./route";

/** Routes of alternate recipients. */
export const recipientRoutes = {
  "GET /official/households/:id/recipients": {
    ...cadre,
    params: idParams,
    reply: recipient.recipientsReplySchema,
  },
  "POST /official/households/:id/recipients": {
    ...cadre,
    params: idParams,
    body: recipient.recipientBodySchema,
    reply: recipient.recipientsReplySchema,
  },
  "POST /official/recipients/:id/ending": {
    ...cadre,
    params: idParams,
    body: recipient.recipientEndingBodySchema,
    reply: done,
  },
} as const satisfies Record<string, Route>;
